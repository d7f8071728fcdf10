package pe.minka.allocation.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The copy of a round of voting. Its events may come before those of its process. */
@Entity
@Table(name = "voting_round")
class VotingRound {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    @Nullable
    String kind;

    @Nullable
    String title;

    @Nullable
    String ballot;

    boolean closed;

    @Nullable
    Integer roll;

    @Nullable
    Integer turnout;

    @Nullable
    Integer blank;

    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    String tallies;

    @Column(name = "ballots_sha256")
    @Nullable
    String ballotsSha256;

    @Column(name = "heard_at")
    Instant heardAt;
}
