package pe.minka.registry.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A region, province or district by INEI's code. */
@Entity
@Table(name = "territory")
class Territory {

    /** Stands where nobody said since when. */
    private static final LocalDate UNKNOWN = LocalDate.of(1900, 1, 1);

    @Id
    private String ubigeo;

    private String level;

    private String name;

    private @Nullable String reniec;

    private @Nullable String capital;

    private @Nullable Long population;

    private @Nullable Integer altitude;

    private @Nullable BigDecimal povertyPercent;

    private @Nullable String category;

    private @Nullable String area;

    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;

    protected Territory() {}

    String ubigeo() {
        return ubigeo;
    }

    String level() {
        return level;
    }

    String name() {
        return name;
    }

    @Nullable
    String reniec() {
        return reniec;
    }

    @Nullable
    String capital() {
        return capital;
    }

    @Nullable
    Long population() {
        return population;
    }

    @Nullable
    Integer altitude() {
        return altitude;
    }

    @Nullable
    BigDecimal povertyPercent() {
        return povertyPercent;
    }

    /** Since when there is the territory; absent where no list says. */
    @Nullable
    LocalDate validFrom() {
        return UNKNOWN.equals(validFrom) ? null : validFrom;
    }

    /** Its last day. */
    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    /** What INEI calls a populated centre: town, village, hamlet. */
    @Nullable
    String category() {
        return category;
    }

    /** URBAN or RURAL, of populated centres. */
    @Nullable
    String area() {
        return area;
    }
}
