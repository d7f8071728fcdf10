package pe.minka.registry.agent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An age so coarse that it names nobody. */
public enum AgeBand {
    YOUNG("18-29"),
    ADULT("30-44"),
    MATURE("45-59"),
    OLDER("60+"),
    /** The birth date was not asked or not given. */
    UNKNOWN("unknown");

    private final String label;

    AgeBand(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static AgeBand of(LocalDate birth, LocalDate on) {
        long years = ChronoUnit.YEARS.between(birth, on);
        if (years < 30) {
            return YOUNG;
        }
        if (years < 45) {
            return ADULT;
        }
        return years < 60 ? MATURE : OLDER;
    }
}
