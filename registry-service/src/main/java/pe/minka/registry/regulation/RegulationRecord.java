package pe.minka.registry.regulation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;

/** A regulation over all its texts: whose it is, and which text is the newest. */
@Entity
@Table(name = "regulation")
class RegulationRecord {

    @Id
    private String identifier;

    private @Nullable EntityCode entity;

    @Column(name = "current")
    private int newest;

    private Instant createdAt;

    protected RegulationRecord() {}

    RegulationRecord(String identifier, @Nullable EntityCode entity, Instant createdAt) {
        this.identifier = identifier;
        this.entity = entity;
        this.newest = 1;
        this.createdAt = createdAt;
    }

    String identifier() {
        return identifier;
    }

    /** Absent for a national norm. */
    @Nullable
    EntityCode entity() {
        return entity;
    }

    int newest() {
        return newest;
    }

    void publishedNext() {
        newest++;
    }
}
