package pe.minka.registry.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The roll of a process as it was published. */
@Entity
@Table(name = "roll")
class Roll {

    @Id
    private UUID process;

    private int agents;

    private int women;

    private int men;

    private int organisations;

    private Instant publishedAt;

    private String publishedBy;

    protected Roll() {}

    Roll(ProcessId process, Composition composition, Instant publishedAt, String publishedBy) {
        this.process = process.value();
        this.agents = composition.agents();
        this.women = composition.women();
        this.men = composition.men();
        this.organisations = composition.organisations();
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
    }

    int agents() {
        return agents;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
