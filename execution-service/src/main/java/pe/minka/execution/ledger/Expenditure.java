package pe.minka.execution.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.project.BudgetPhase;
import pe.minka.execution.project.Project;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/** One entry of a ledger; never changed, never taken back. */
@Entity
class Expenditure {

    @Id
    @Column(name = "expenditure")
    UUID id;

    ProcessId process;
    EntityCode entity;

    @Nullable
    UUID project;

    @Nullable
    UUID agreement;

    @Nullable
    Integer ordinal;

    @Column(name = "work_name")
    String workName;

    @Enumerated(EnumType.STRING)
    BudgetPhase phase;

    Soles amount;

    @Nullable
    Soles total;

    @Nullable
    Soles ceiling;

    String line;
    String document;

    @Column(name = "spent_on")
    LocalDate spentOn;

    @Nullable
    String payee;

    @Enumerated(EnumType.STRING)
    Origin origin;

    String flags = "";

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected Expenditure() {}

    Expenditure(ProcessId process, EntityCode entity, String workName, Entry entry, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.entity = entity;
        this.workName = workName;
        this.phase = entry.phase();
        this.amount = entry.amount();
        this.line = entry.line();
        this.document = entry.document();
        this.spentOn = entry.spentOn();
        this.origin = entry.origin();
        this.recordedAt = recordedAt;
        var payeeToName = entry.payeeToName();
        this.payee = payeeToName == null ? null : payeeToName.value();
    }

    /** What is recorded, whichever work it is for. */
    record Entry(
            BudgetPhase phase,
            Soles amount,
            String line,
            String document,
            LocalDate spentOn,
            @Nullable Ruc payee,
            Origin origin) {

        /**
         * A company or public body is named. The number of a natural person holds the person's identity number: it is
         * not kept.
         */
        @Nullable
        Ruc payeeToName() {
            return payee != null && payee.value().startsWith("20") ? payee : null;
        }
    }

    void of(Project work, int place, EntryDecision.Admitted admitted) {
        project = work.id();
        agreement = work.agreement();
        ordinal = place;
        total = admitted.totals().of(phase);
        ceiling = admitted.ceiling();
        flags = admitted.flags().stream().map(Flag::name).collect(Collectors.joining(","));
    }

    @Nullable
    Ruc payee() {
        return payee == null ? null : new Ruc(payee);
    }

    ExpenditureRecorded recorded() {
        return new ExpenditureRecorded(
                process, entity, id, project, workName, agreement, phase, amount, line, document, spentOn, payee());
    }
}
