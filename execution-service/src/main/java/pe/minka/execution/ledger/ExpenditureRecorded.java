package pe.minka.execution.ledger;

import org.jspecify.annotations.Nullable;
import pe.minka.execution.project.BudgetPhase;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.UUID;

/** Public money moved a phase further. Without project and agreement it went into a work that no agreement names. Topic {@code minka.execution.v1}, keyed by process. */
public record ExpenditureRecorded(
        ProcessId process,
        EntityCode entity,
        UUID expenditure,
        @Nullable UUID project,
        String workName,
        @Nullable UUID agreement,
        BudgetPhase phase,
        Soles amount,
        String line,
        String document,
        LocalDate spentOn,
        @Nullable Ruc payee)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return expenditure.toString();
    }
}
