package pe.minka.registry.feast;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, by the anonymous rule of 1876. */
final class Easter {

    private Easter() {}

    static LocalDate of(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * sunday) / 451;
        int day = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
