package pe.minka.transparency.fact;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the works tell: committees, spending, labour, progress, stops, final accounts. */
public sealed interface ExecutionFact extends ProcessFact {

    record ProjectOpened(
            ProcessId process,
            EntityCode entity,
            UUID project,
            @Nullable UUID agreement,
            String title,
            @Nullable Soles amount,
            @Nullable String zone)
            implements ExecutionFact {

        @Override
        public String subject() {
            return project.toString();
        }
    }

    record CommitteeConstituted(
            ProcessId process,
            EntityCode entity,
            UUID committee,
            @Nullable UUID project,
            String kind,
            @Nullable String act,
            List<Member> members)
            implements ExecutionFact {

        public record Member(
                @Nullable String post, @Nullable String sex) {}

        @Override
        public String subject() {
            return committee.toString();
        }
    }

    record CooperationAgreementSigned(
            ProcessId process,
            EntityCode entity,
            UUID project,
            UUID agreement,
            LocalDate signedOn,
            List<String> parties)
            implements ExecutionFact {

        @Override
        public String subject() {
            return agreement.toString();
        }
    }

    record WorksStarted(
            ProcessId process,
            EntityCode entity,
            UUID project,
            LocalDate startedOn,
            @Nullable LocalDate plannedEnd) implements ExecutionFact {

        @Override
        public String subject() {
            return project.toString();
        }
    }

    /**
     * Money that went out for a work.
     *
     * @param agreement null where the work stands in no agreement
     * @param phase the budget phase: what is ACCRUED is owed for something received
     * @param payee the RUC of a firm; of a natural person nothing is kept, since the number holds the DNI
     */
    record ExpenditureRecorded(
            ProcessId process,
            EntityCode entity,
            UUID expenditure,
            @Nullable UUID project,
            @Nullable String workName,
            @Nullable UUID agreement,
            @Nullable String phase,
            Soles amount,
            @Nullable String line,
            @Nullable LocalDate spentOn,
            @Nullable String payee)
            implements ExecutionFact {

        private static final String FIRM = "20";

        public ExpenditureRecorded {
            payee = payee != null && payee.startsWith(FIRM) ? payee : null;
        }

        @Override
        public String subject() {
            return expenditure.toString();
        }
    }

    record ContributionDelivered(
            ProcessId process,
            EntityCode entity,
            UUID project,
            UUID contribution,
            String kind,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable Soles value,
            @Nullable LocalDate deliveredOn)
            implements ExecutionFact {

        @Override
        public String subject() {
            return contribution.toString();
        }
    }

    record ProgressReported(
            ProcessId process,
            EntityCode entity,
            UUID project,
            UUID report,
            BigDecimal physicalPercent,
            @Nullable BigDecimal financialPercent,
            @Nullable LocalDate periodEnd)
            implements ExecutionFact {

        @Override
        public String subject() {
            return report.toString();
        }
    }

    record WorksSuspended(
            ProcessId process,
            EntityCode entity,
            UUID project,
            UUID suspension,
            String cause,
            LocalDate since,
            @Nullable LocalDate expectedUntil)
            implements ExecutionFact {

        @Override
        public String subject() {
            return suspension.toString();
        }
    }

    record WorksResumed(ProcessId process, EntityCode entity, UUID project, UUID suspension, LocalDate resumedOn)
            implements ExecutionFact {

        @Override
        public String subject() {
            return suspension.toString();
        }
    }

    record AccountsSettled(
            ProcessId process,
            EntityCode entity,
            UUID project,
            Soles spent,
            @Nullable Soles contributions,
            LocalDate settledOn)
            implements ExecutionFact {

        @Override
        public String subject() {
            return project.toString();
        }
    }

    record ProjectClosed(ProcessId process, EntityCode entity, UUID project, LocalDate closedOn)
            implements ExecutionFact {

        @Override
        public String subject() {
            return project.toString();
        }
    }
}
