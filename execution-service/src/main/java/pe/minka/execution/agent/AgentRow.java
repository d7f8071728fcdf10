package pe.minka.execution.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.io.Serializable;
import java.util.UUID;

/** An agent of a process: sex, zone and organisation, nothing that tells the person. */
@Entity
@Table(name = "agent")
class AgentRow {

    @EmbeddedId
    Id id;

    EntityCode entity;

    @Nullable
    UUID organisation;

    @Column(name = "organisation_kind")
    @Nullable
    String organisationKind;

    @Nullable
    String sex;

    @Nullable
    String zone;

    boolean accredited;

    /** An agent belongs to one process. */
    @Embeddable
    record Id(UUID process, UUID agent) implements Serializable {

        static Id of(ProcessId process, AgentId agent) {
            return new Id(process.value(), agent.value());
        }
    }

    protected AgentRow() {}

    AgentRow(
            Id id,
            EntityCode entity,
            @Nullable UUID organisation,
            @Nullable String organisationKind,
            @Nullable String sex,
            @Nullable String zone) {
        this.id = id;
        this.entity = entity;
        this.organisation = organisation;
        this.organisationKind = organisationKind;
        this.sex = sex;
        this.zone = zone;
        this.accredited = true;
    }

    Accreditation accreditation() {
        return new Accreditation(accredited, sex, zone, organisationKind);
    }
}
