package pe.minka.execution.paging;

import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** The key after which a page goes on. */
public final class PageKeys {

    private PageKeys() {}

    /** Below every other id at the start of a list. */
    public static UUID id(PageRequest page) {
        var after = page.after();
        try {
            return after == null ? new UUID(0, 0) : UUID.fromString(after);
        } catch (IllegalArgumentException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }

    /** 0 at the start of a list. */
    public static int ordinal(PageRequest page) {
        var after = page.after();
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }

    /** A day before all others at the start of a list. */
    public static LocalDate day(PageRequest page) {
        var after = page.after();
        try {
            return after == null ? LocalDate.EPOCH : LocalDate.parse(after);
        } catch (DateTimeParseException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }
}
