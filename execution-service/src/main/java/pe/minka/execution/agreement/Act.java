package pe.minka.execution.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/** An act of agreements, and whether all approvals of the ordinance have come. */
@Entity
@Table(name = "agreements_act")
class Act {

    @Id
    UUID act;

    ProcessId process;
    EntityCode entity;
    boolean approved;

    protected Act() {}

    Act(UUID act, ProcessId process, EntityCode entity) {
        this.act = act;
        this.process = process;
        this.entity = entity;
    }
}
