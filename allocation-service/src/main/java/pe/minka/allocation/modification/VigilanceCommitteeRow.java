package pe.minka.allocation.modification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/** The copy of a vigilance committee: of one process, or standing. */
@Entity
@Table(name = "vigilance_committee")
class VigilanceCommitteeRow {

    @Id
    UUID body;

    EntityCode entity;

    @Nullable
    ProcessId process;

    String act;
}
