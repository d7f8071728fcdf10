package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;
import pe.minka.registry.storage.WriteBehind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Takes in organisations row by row, as a spreadsheet in Spanish writes them. */
@ApplicationScoped
class OrganisationImporter implements RowImporter {

    static final String KIND = "organisations";

    private static final DateTimeFormatter PERUVIAN_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NAME = 200;

    private final Organisations organisations;
    private final WriteBehind later;

    OrganisationImporter(Organisations organisations, WriteBehind later) {
        this.organisations = organisations;
        this.later = later;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("name"),
                Column.required("kind"),
                Column.optional("zone"),
                Column.optional("founded_on"),
                Column.optional("registry_entry"),
                Column.optional("ruc"),
                Column.optional("members"),
                Column.optional("scope"),
                Column.optional("government_level"),
                Column.optional("legal_representative"));
    }

    @Override
    public int batch() {
        return 500;
    }

    @Override
    public void prepare(List<Row> rows, ImportContext context) {
        later.nextBatch();
        organisations.lookUp(
                context.entity(),
                rows.stream().flatMap(row -> row.optional("name").stream()).toList());
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        later.begin();
        var name = row.required("name");
        if (name.length() > LONGEST_NAME) {
            row.breach("name", "unreadable-value");
        }
        var kind = row.read("kind", OrganisationImporter::kind);
        var founded = row.readOptional("founded_on", OrganisationImporter::date);
        var members = row.readOptional("members", OrganisationImporter::count);
        var scope = row.readOptional("scope", OrganisationImporter::scope);
        var level =
                row.readOptional("government_level", text -> GovernmentLevel.valueOf(text.toUpperCase(Locale.ROOT)));
        var ruc = ruc(row);
        if (!row.sound() || kind == null) {
            return row.refused();
        }
        if (organisations.named(context.entity(), name).isPresent()) {
            return row.breach("name", "organisation-twice").refused();
        }
        var statement = new Organisations.Statement(
                name,
                kind,
                row.optional("zone").orElse(null),
                founded,
                row.optional("registry_entry").orElse(null),
                ruc,
                members,
                scope,
                level,
                row.optional("legal_representative").orElse(null));
        return organisations
                .register(context.entity(), statement)
                .<RowOutcome>map(known -> new RowOutcome.Accepted(known.id().toString()))
                .orElseGet(() -> row.breach("ruc", "organisation-twice").refused());
    }

    /** Spreadsheets turn eleven digits into a number of their own: {@code 2,01314E+10}. */
    private static @Nullable Ruc ruc(Row row) {
        var text = row.optional("ruc").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d[.,]?\\d*[eE]\\+?\\d+")) {
            row.breach("ruc", "number-rounded-by-spreadsheet");
            return null;
        }
        try {
            return new Ruc(text);
        } catch (IllegalArgumentException wrong) {
            row.breach("ruc", "ruc-check-digit");
            return null;
        }
    }

    private static OrganisationKind kind(String text) {
        return OrganisationKind.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static OrganisationScope scope(String text) {
        return OrganisationScope.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static LocalDate date(String text) {
        return text.contains("/") ? LocalDate.parse(text, PERUVIAN_DATE) : LocalDate.parse(text);
    }

    /** {@code 120}, {@code 120.0} and, with Peru's decimal sign, {@code 120,0}; never half a member. */
    private static Integer count(String text) {
        try {
            int count = new BigDecimal(text.replace(',', '.')).intValueExact();
            if (count < 0) {
                throw new IllegalArgumentException("members");
            }
            return count;
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("members", fraction);
        }
    }
}
