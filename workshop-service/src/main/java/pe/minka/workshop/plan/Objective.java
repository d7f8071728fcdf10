package pe.minka.workshop.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a plan wants to reach. */
@Entity
class Objective {

    /** Who brought it in. */
    enum Origin {
        PLAN,
        AGENTS
    }

    @Id
    UUID objective;

    UUID plan;
    String code;
    String name;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @Column(name = "since_version")
    long sinceVersion;

    @Nullable
    UUID minutes;

    protected Objective() {}

    Objective(UUID plan, String code, String name, Origin origin, long sinceVersion, @Nullable UUID minutes) {
        this.objective = UUID.randomUUID();
        this.plan = plan;
        this.code = code;
        this.name = name;
        this.origin = origin;
        this.sinceVersion = sinceVersion;
        this.minutes = minutes;
    }
}
