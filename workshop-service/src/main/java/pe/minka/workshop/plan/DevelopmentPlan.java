package pe.minka.workshop.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** The concerted plan that proposals must serve. Each added objective makes a new version; no objective goes away. */
@Entity
@Table(name = "development_plan")
class DevelopmentPlan {

    @Id
    UUID plan;

    ProcessId process;
    EntityCode entity;
    String title;

    @Column(name = "adopted_on")
    @Nullable
    LocalDate adoptedOn;

    @Version
    long version;

    protected DevelopmentPlan() {}

    DevelopmentPlan(ProcessId process, EntityCode entity, String title, @Nullable LocalDate adoptedOn) {
        this.plan = UUID.randomUUID();
        this.process = process;
        this.entity = entity;
        this.title = title;
        this.adoptedOn = adoptedOn;
        this.version = 1;
    }
}
