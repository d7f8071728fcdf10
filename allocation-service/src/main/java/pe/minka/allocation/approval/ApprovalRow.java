package pe.minka.allocation.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** One body's approval of one act. */
@Entity
@Table(name = "approval")
class ApprovalRow {

    @Embeddable
    record Key(UUID act, String approval) {}

    private static final Set<String> RATIFYING = Set.of("COUNCIL", "REGIONAL_COUNCIL");

    @EmbeddedId
    Key key;

    int ordinal;

    String number;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Nullable
    String session;

    @Nullable
    String changes;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Whether the elected council says yes to what the people decided, by an act with number, date and session. */
    boolean ratifies() {
        return RATIFYING.contains(key.approval()) && session != null && !session.isBlank();
    }
}
