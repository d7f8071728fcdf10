package pe.minka.registry.agent;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Terms in working days: Monday to Friday. Feast days are not known to it and lengthen a term only by an act. */
public final class WorkingDays {

    private WorkingDays() {}

    /** The last day of a term that begins the day after. */
    public static LocalDate after(LocalDate day, int workingDays) {
        var last = day;
        for (int left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            if (last.getDayOfWeek() != DayOfWeek.SATURDAY && last.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return last;
    }
}
