package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the sections of a file and hands their rows to a sink; holds one row at a time. */
public final class PabulibParser {
    private final Rows rows;
    private final Defects defects;
    private final Row row = new Row();
    private final Set<Section> seen = EnumSet.noneOf(Section.class);

    PabulibParser(InputStream bytes, Defects defects) {
        this.rows = new Rows(bytes, defects.file());
        this.defects = defects;
    }

    /** Reads a file to its end into a sink, refusing what has no rows in the right places. */
    public static void parse(InputStream bytes, String file, PabulibSink sink) throws IOException {
        new PabulibParser(bytes, Defects.refusing(file)).into(sink);
    }

    void into(PabulibSink sink) throws IOException {
        Section section = null;
        boolean headed = false;
        while (rows.next(row)) {
            var opened = sectionOpened(section);
            if (opened != null) {
                section = opened;
                headed = false;
                if (!seen.add(opened)) {
                    defects.error(row, 0, "section-twice", "the section " + opened + " opens a second time");
                }
            } else if (section == null) {
                defects.error(row, 0, "no-section", "expected META, found \"" + row.text(0) + "\"");
                return;
            } else if (!headed) {
                headed = true;
                if (!header(section, sink)) {
                    rowOf(section, sink);
                }
            } else {
                rowOf(section, sink);
            }
        }
        for (var needed : Section.values()) {
            if (!seen.contains(needed)) {
                defects.error(
                        rows.line(),
                        0,
                        "section-missing",
                        "the file ends without a section " + needed + "; is it cut off?");
            }
        }
        sink.end(row.line(), rows.lineOpen());
        if (rows.marked()) {
            defects.warning(1, 1, "byte-order-mark", "the file starts with a byte order mark; it was skipped");
        }
    }

    private @Nullable Section sectionOpened(@Nullable Section current) {
        for (int field = 1; field < row.size(); field++) {
            if (row.from(field) < row.to(field)) {
                return null;
            }
        }
        if (row.to(0) - row.from(0) > 8) {
            return null;
        }
        var word = row.text(0);
        for (var section : Section.values()) {
            if (word.equalsIgnoreCase(section.name()) && (word.equals(section.name()) || section != current)) {
                return section;
            }
        }
        return null;
    }

    /** Reads the names of the columns; false where the section META goes without and this is its first row. */
    private boolean header(Section section, PabulibSink sink) throws IOException {
        if (section == Section.META) {
            boolean isHeader = row.text(0).equalsIgnoreCase("key");
            if (!isHeader) {
                defects.warning(row, 0, "no-key-value", "the line key;value is missing after META");
            }
            return isHeader;
        }
        List<String> names = new ArrayList<>();
        for (var name : row.all()) {
            names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        if (section == Section.PROJECTS) {
            sink.projectColumns(names, row);
        } else {
            if (!seen.contains(Section.PROJECTS)) {
                defects.error(row, 0, "votes-first", "the votes come before the projects; put PROJECTS first");
            }
            sink.voteColumns(names, row);
        }
        return true;
    }

    private void rowOf(Section section, PabulibSink sink) throws IOException {
        switch (section) {
            case META -> sink.meta(row);
            case PROJECTS -> sink.project(row);
            case VOTES -> sink.vote(row);
        }
    }
}
