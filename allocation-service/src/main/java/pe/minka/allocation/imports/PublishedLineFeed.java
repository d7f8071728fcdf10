package pe.minka.allocation.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands of an entity in a year after all files that were taken. */
@ApplicationScoped
class PublishedLineFeed {

    private static final String SELECT = "select code, funding_line, class, title, flags, file, line, taken_at, "
            + FileColumn.AMOUNTS.stream().map(FileColumn::word).collect(Collectors.joining(", "))
            + " from published_line where kind = ? and entity = ? and fiscal_year = ?"
            + " and (code, funding_line, class) > (?, ?, ?) order by code, funding_line, class limit ?";
    private static final int FIRST_AMOUNT = 9;

    private final Statements statements;
    private final Documents documents;

    PublishedLineFeed(Statements statements, Documents documents) {
        this.statements = statements;
        this.documents = documents;
    }

    /**
     * By code, funding line and class of spending; each is empty where the file does not say it.
     *
     * @param file the newest that said so, with the line that did
     */
    record PublishedLine(
            Key key,
            String title,
            Map<FileColumn, Soles> amounts,
            List<Notice> flags,
            UUID file,
            long line,
            Instant takenAt) {}

    /** In its order the lines of an entity and year stand. */
    record Key(String code, String line, String spendingClass) {

        /** @throws IllegalArgumentException for what is no key */
        static Key of(String text) {
            var parts = text.split("/", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no key of a published line");
            }
            return new Key(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return code + "/" + line + "/" + spendingClass;
        }
    }

    /** @param after null at the start */
    List<PublishedLine> after(@Nullable Key after, FileKind kind, EntityCode entity, FiscalYear year, int limit) {
        // the line of the whole entity has no code, no funding line and no class: it is the first of all
        var from = after == null ? new Key("", "", "") : after;
        return statements.list(
                after == null ? SELECT.replace(") > (", ") >= (") : SELECT,
                row -> {
                    var amounts = new EnumMap<FileColumn, Soles>(FileColumn.class);
                    for (int i = 0; i < FileColumn.AMOUNTS.size(); i++) {
                        var centimos = row.getObject(FIRST_AMOUNT + i, Long.class);
                        if (centimos != null) {
                            amounts.put(FileColumn.AMOUNTS.get(i), new Soles(centimos));
                        }
                    }
                    var flags = row.getString(5);
                    return new PublishedLine(
                            new Key(row.getString(1), row.getString(2), row.getString(3)),
                            row.getString(4),
                            amounts,
                            flags == null ? List.of() : documents.read(flags, new TypeReference<List<Notice>>() {}),
                            row.getObject(6, UUID.class),
                            row.getLong(7),
                            row.getObject(8, OffsetDateTime.class).toInstant());
                },
                kind,
                entity,
                year,
                from.code(),
                from.line(),
                from.spendingClass(),
                limit);
    }
}
