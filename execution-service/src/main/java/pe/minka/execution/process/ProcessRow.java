package pe.minka.execution.process;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;

import java.util.UUID;

/** A process as registry called it, with the effective ordinance that it is bound to. */
@Entity
@Table(name = "budget_process")
class ProcessRow {

    @Id
    @Column(name = "process")
    UUID id;

    EntityCode entity;
    Ubigeo ubigeo;
    String regulation;

    protected ProcessRow() {}

    ProcessRow(ProcessId id, EntityCode entity, Ubigeo ubigeo, String regulation) {
        this.id = id.value();
        this.entity = entity;
        this.ubigeo = ubigeo;
        this.regulation = regulation;
    }

    CalledProcess called() {
        return new CalledProcess(new ProcessId(id), entity);
    }
}
