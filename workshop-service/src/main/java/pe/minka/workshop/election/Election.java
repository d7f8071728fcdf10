package pe.minka.workshop.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.RoundKind;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The choice of a committee, a chair or delegates among the agents, from the candidates to the proclamation. */
@Entity
class Election {

    /** Who is elected: committee, quotas and round are what the regulation calls them. */
    enum Kind {
        VIGILANCE_COMMITTEE("VIGILANCE", "VIGILANCE_COMMITTEE", RoundKind.ELECT_VIGILANCE_COMMITTEE),
        MANAGEMENT_COMMITTEE("MANAGEMENT", "MANAGEMENT_COMMITTEE", RoundKind.ELECT_MANAGEMENT_COMMITTEE),
        /** Who chairs one session. */
        CHAIRING_BOARD("CHAIR", "CHAIRING_BOARD", RoundKind.ELECT_CHAIR),
        DELEGATES("DELEGATES", "DELEGATION", RoundKind.ELECT_DELEGATES);

        private final String committee;
        private final String quotas;
        private final RoundKind round;

        Kind(String committee, String quotas, RoundKind round) {
            this.committee = committee;
            this.quotas = quotas;
            this.round = round;
        }

        String committee() {
            return committee;
        }

        String quotas() {
            return quotas;
        }

        RoundKind round() {
            return round;
        }
    }

    @Id
    UUID election;

    ProcessId process;
    EntityCode entity;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String title;

    @Nullable
    UUID project;

    /** The session that is chaired; of no other kind. */
    @Nullable
    UUID workshop;

    @Nullable
    UUID round;

    /** That told equal candidates of a count of hands apart. */
    @Column(name = "tie_round")
    @Nullable
    UUID tieRound;

    /** The minutes that hold a count made without ballots. */
    @Nullable
    String minutes;

    /** Who told that count, with commas. */
    @Nullable
    String tellers;

    @Column(name = "proclaimed_at")
    @Nullable
    Instant proclaimedAt;

    @Version
    long version;

    protected Election() {}

    Election(
            ProcessId process,
            EntityCode entity,
            Kind kind,
            String title,
            @Nullable UUID project,
            @Nullable UUID workshop) {
        this.election = UUID.randomUUID();
        this.process = process;
        this.entity = entity;
        this.kind = kind;
        this.title = title;
        this.project = project;
        this.workshop = workshop;
        this.version = 1;
    }

    void mustNotBeProclaimed() {
        if (proclaimedAt != null) {
            throw Problem.conflict("election-already-proclaimed").toException();
        }
    }

    /** Who told the count; nobody where ballots were counted. */
    List<AgentId> tellers() {
        return tellers == null
                ? List.of()
                : Stream.of(tellers.split(",", -1)).map(AgentId::fromString).toList();
    }
}
