package pe.minka.allocation.imports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a file tells of. */
public enum FileKind {
    /** What a budget gives to each investment or activity, by funding line. */
    BUDGET_LINES(
            "budget-lines",
            EnumSet.of(FileColumn.FISCAL_YEAR, FileColumn.LINE, FileColumn.SPENDING_CLASS, FileColumn.PIA),
            EnumSet.of(FileColumn.CODE, FileColumn.TITLE, FileColumn.PIM)),
    /** What the multi-year investment programme (PMI) gives to each investment in each year. */
    INVESTMENT_PROGRAMME(
            "investment-programme",
            EnumSet.of(FileColumn.FISCAL_YEAR, FileColumn.CODE, FileColumn.PROGRAMMED),
            EnumSet.of(FileColumn.TITLE)),
    /** How far money went in each phase of execution, of an entity or of one of its investments. */
    EXECUTION(
            "execution",
            EnumSet.of(FileColumn.FISCAL_YEAR, FileColumn.PIA, FileColumn.PIM, FileColumn.ACCRUED),
            EnumSet.of(
                    FileColumn.CODE,
                    FileColumn.LINE,
                    FileColumn.TITLE,
                    FileColumn.CERTIFIED,
                    FileColumn.ANNUAL_COMMITMENT,
                    FileColumn.MONTHLY_COMMITMENT,
                    FileColumn.DISBURSED));

    private final String word;
    private final Set<FileColumn> required;
    private final Set<FileColumn> optional;

    FileKind(String word, Set<FileColumn> required, Set<FileColumn> optional) {
        this.word = word;
        this.required = required;
        this.optional = optional;
    }

    /** As it stands in requests. */
    public String word() {
        return word;
    }

    /** The entity is required too, where the file is of more than one. */
    Set<FileColumn> required() {
        return required;
    }

    boolean knows(FileColumn column) {
        return column == FileColumn.ENTITY || required.contains(column) || optional.contains(column);
    }

    static Optional<FileKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
