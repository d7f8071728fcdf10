package pe.minka.transparency.fact;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the allocation tells: the money there is, how it was divided and selected on, what was agreed and approved. */
public sealed interface AllocationFact extends ProcessFact {

    record EnvelopeDeclared(
            ProcessId process,
            EntityCode entity,
            UUID envelope,
            int fiscalYear,
            Soles amount,
            @Nullable Soles investmentBudget,
            @Nullable String sharePercent,
            List<Line> lines)
            implements AllocationFact {

        /** @param line the funding line (rubro) */
        public record Line(String line, @Nullable String source, Soles amount) {}

        @Override
        public String subject() {
            return envelope.toString();
        }
    }

    record DistributionMade(ProcessId process, EntityCode entity, UUID distribution, Soles amount, List<Part> parts)
            implements AllocationFact {

        public record Part(String zone, Soles amount, List<Term> terms) {}

        public record Term(
                String criterion,
                String weightPercent,
                @Nullable String value,
                Soles amount) {}

        @Override
        public String subject() {
            return distribution.toString();
        }
    }

    record ProjectsSelected(
            ProcessId process,
            EntityCode entity,
            UUID selection,
            @Nullable UUID round,
            String rule,
            List<Choice> selected,
            List<Choice> notSelected)
            implements AllocationFact {

        public record Choice(
                UUID proposal,
                String title,
                Soles amount,
                @Nullable Integer votes,
                @Nullable Integer rank,
                Reason reason) {}

        public record Reason(String code, Map<String, String> text) {}

        @Override
        public String subject() {
            return selection.toString();
        }
    }

    record PortfolioMade(
            ProcessId process, EntityCode entity, UUID portfolio, List<Integer> horizon, List<Entry> entries)
            implements AllocationFact {

        public record Entry(
                @Nullable UUID proposal,
                String title,
                int year,
                @Nullable String phase,
                Soles amount) {}

        @Override
        public String subject() {
            return portfolio.toString();
        }
    }

    /** The Acta de Acuerdos y Compromisos. */
    record AgreementsActSigned(
            ProcessId process,
            EntityCode entity,
            UUID act,
            @Nullable LocalDate signedOn,
            @Nullable Integer signatories,
            @Nullable String sha256,
            List<Agreed> agreements)
            implements AllocationFact {

        public record Agreed(
                UUID agreement,
                @Nullable UUID proposal,
                String title,
                Soles amount,
                @Nullable Integer votes,
                @Nullable UUID objective,
                @Nullable String zone,
                @Nullable String uniqueInvestmentCode,
                @Nullable List<Year> schedule) {}

        public record Year(int year, Soles amount) {}

        @Override
        public String subject() {
            return act.toString();
        }
    }

    /** @param complete whether with this one all the approvals that the regulation asks for are there */
    record ApprovalRecorded(
            ProcessId process,
            EntityCode entity,
            UUID act,
            String approval,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            boolean complete)
            implements AllocationFact {

        @Override
        public String subject() {
            return act + "/" + approval;
        }
    }

    record ModificationRecorded(
            ProcessId process,
            EntityCode entity,
            UUID agreement,
            UUID modification,
            Soles amountBefore,
            Soles amountAfter,
            String reason,
            @Nullable String law,
            @Nullable String act)
            implements AllocationFact {

        @Override
        public String subject() {
            return modification.toString();
        }
    }
}
