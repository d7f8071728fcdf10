package pe.minka.registry.agent;

import pe.minka.registry.feast.FeastDays;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;

/** Terms in working days: Monday to Friday without the feast days of the nation and, where one is named, of the place. */
public final class WorkingDays {

    private WorkingDays() {}

    /** The last day of a term that begins the day after. */
    public static LocalDate after(LocalDate day, int workingDays) {
        return FeastDays.national().termAfter(day, workingDays);
    }

    /** The same by the calendar of a regulation, which may add feast days of its place. */
    static LocalDate after(LocalDate day, int workingDays, Regulation regulation) {
        return FeastDays.under(regulation).termAfter(day, workingDays);
    }
}
