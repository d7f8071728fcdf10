package pe.minka.allocation.imports;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One line of a file, read. What cannot be understood is a breach and refuses it; what is understood and breaks a rule
 * of the budget is a flag: the ministry publishes such lines, and they are kept.
 */
final class FileLine {

    private static final Pattern CODE = Pattern.compile("\\d{7}");
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_FAST = 13;

    private final FileHeader header;
    private final List<String> fields;
    private final List<Notice> breaches = new ArrayList<>();
    private final List<Notice> flags = new ArrayList<>();
    private final Map<FileColumn, Long> amounts = new EnumMap<>(FileColumn.class);
    private String entity = "";
    private int fiscalYear;
    private String code = "";
    private String line = "";
    private String spendingClass = "";
    private String title = "";

    private FileLine(FileHeader header, List<String> fields) {
        this.header = header;
        this.fields = fields;
    }

    /**
     * @param owner whose file it is; null: of many entities, each line says of which
     * @param knownLine whether a funding line is in the national catalogue
     */
    static FileLine read(
            FileHeader header, List<String> fields, @Nullable EntityCode owner, Predicate<String> knownLine) {
        var line = new FileLine(header, fields);
        if (fields.size() != header.size()) {
            line.breach(
                    null,
                    "wrong-field-count",
                    Map.of("expected", Integer.toString(header.size()), "found", Integer.toString(fields.size())));
            return line;
        }
        line.readWho(owner);
        line.readWhat(knownLine);
        FileColumn.AMOUNTS.forEach(line::readAmount);
        line.flagWhatBreaksTheBudget();
        return line;
    }

    private void readWho(@Nullable EntityCode owner) {
        var year = text(FileColumn.FISCAL_YEAR);
        try {
            fiscalYear = new FiscalYear(Integer.parseInt(year)).value();
        } catch (IllegalArgumentException unreadable) {
            unreadable(FileColumn.FISCAL_YEAR, year);
        }
        var given = text(FileColumn.ENTITY);
        if (given.isEmpty() && owner != null) {
            entity = owner.value();
            return;
        }
        try {
            entity = new EntityCode(given).value();
        } catch (IllegalArgumentException unreadable) {
            unreadable(FileColumn.ENTITY, given);
            return;
        }
        if (owner != null && !owner.value().equals(entity)) {
            breach(FileColumn.ENTITY, "row-of-other-entity", Map.of("entity", owner.value()));
        }
    }

    private void readWhat(Predicate<String> knownLine) {
        code = text(FileColumn.CODE);
        boolean codeNeeded = header.kind().required().contains(FileColumn.CODE);
        if ((codeNeeded || !code.isEmpty()) && !CODE.matcher(code).matches()) {
            unreadable(FileColumn.CODE, code);
        }
        line = text(FileColumn.LINE);
        boolean lineNeeded = header.kind().required().contains(FileColumn.LINE);
        if (lineNeeded && line.isEmpty()) {
            unreadable(FileColumn.LINE, line);
        } else if (!line.isEmpty() && !knownLine.test(line)) {
            breach(FileColumn.LINE, "unknown-funding-line", Map.of("line", line));
        }
        spendingClass = text(FileColumn.SPENDING_CLASS);
        boolean classNeeded = header.kind().required().contains(FileColumn.SPENDING_CLASS);
        if (classNeeded && !spendingClass.equals("CURRENT") && !spendingClass.equals("INVESTMENT")) {
            unreadable(FileColumn.SPENDING_CLASS, spendingClass);
        }
        title = text(FileColumn.TITLE);
        if (title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            unreadable(FileColumn.TITLE, title);
        }
    }

    private void readAmount(FileColumn column) {
        if (!header.has(column)) {
            return;
        }
        var text = text(column);
        if (text.isEmpty() && !header.kind().required().contains(column)) {
            return;
        }
        try {
            amounts.put(column, centimos(text));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            unreadable(column, text);
        }
    }

    /** {@code 1250}, {@code 1250.00} or, as in spreadsheets in Spanish, {@code 1250,00}; no sign, no grouping. */
    private static long centimos(String text) {
        boolean plain =
                !text.isEmpty() && text.length() <= LONGEST_FAST && (text.length() == 1 || text.charAt(0) != '0');
        for (int i = 0; plain && i < text.length(); i++) {
            plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return plain
                ? Long.parseLong(text) * 100
                : Soles.of(text.replace(',', '.')).centimos();
    }

    private void flagWhatBreaksTheBudget() {
        var pia = amounts.get(FileColumn.PIA);
        var pim = amounts.get(FileColumn.PIM);
        if (pia != null && pim != null && pim < pia) {
            flags.add(notice(FileColumn.PIM, "pim-below-pia", Map.of()));
        }
        FileColumn before = null;
        for (var phase : FileColumn.AMOUNTS) {
            var amount = amounts.get(phase);
            if (phase == FileColumn.PIA || phase == FileColumn.PROGRAMMED || amount == null) {
                continue;
            }
            if (before != null && amount > amounts.getOrDefault(before, 0L)) {
                flags.add(notice(phase, "phase-over-earlier", Map.of("earlier", before.word())));
            }
            before = phase;
        }
        if (spendingClass.equals("INVESTMENT") && code.isEmpty()) {
            flags.add(notice(FileColumn.CODE, "investment-without-code", Map.of()));
        }
    }

    private String text(FileColumn column) {
        int position = header.position(column);
        return position == 0 ? "" : fields.get(position - 1).strip();
    }

    private void unreadable(FileColumn column, String found) {
        if (found.isEmpty()) {
            breach(column, "missing-value", Map.of());
        } else {
            breach(column, "unreadable-value", Map.of());
        }
    }

    private void breach(@Nullable FileColumn column, String code, Map<String, String> values) {
        breaches.add(notice(column, code, values));
    }

    private Notice notice(@Nullable FileColumn column, String code, Map<String, String> values) {
        return column == null
                ? new Notice("", 0, code, values)
                : new Notice(header.called(column), header.position(column), code, new HashMap<>(values));
    }

    boolean sound() {
        return breaches.isEmpty();
    }

    List<Notice> breaches() {
        return List.copyOf(breaches);
    }

    List<Notice> flags() {
        return List.copyOf(flags);
    }

    String entity() {
        return entity;
    }

    int fiscalYear() {
        return fiscalYear;
    }

    String code() {
        return code;
    }

    String line() {
        return line;
    }

    String spendingClass() {
        return spendingClass;
    }

    String title() {
        return title;
    }

    /** In centimos; null where the file has none. */
    @Nullable
    Long amount(FileColumn column) {
        return amounts.get(column);
    }
}
