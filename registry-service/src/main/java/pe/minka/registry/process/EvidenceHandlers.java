package pe.minka.registry.process;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.Objects;
import java.util.function.Function;

/** Hears of what the other services recorded, so that a phase closes on records and not on ticks. */
final class EvidenceHandlers {

    private EvidenceHandlers() {}

    /** One type of event that is evidence for one requirement. */
    abstract static class Hears implements EventHandler<Fact> {

        private final Records records;
        private final String type;
        private final String requirement;
        private final Function<Fact, @Nullable String> subject;
        private final Function<Fact, @Nullable String> of;

        Hears(
                Records records,
                String type,
                String requirement,
                Function<Fact, @Nullable String> subject,
                Function<Fact, @Nullable String> of) {
            this.records = records;
            this.type = type;
            this.requirement = requirement;
            this.subject = subject;
            this.of = of;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public Class<Fact> payload() {
            return Fact.class;
        }

        @Override
        public void on(Fact fact, EventMetadata metadata) {
            var which = of.apply(fact);
            records.note(
                    metadata.id(),
                    fact.process(),
                    which == null ? requirement : requirement + "/" + which,
                    Objects.requireNonNullElse(subject.apply(fact), metadata.subject()),
                    metadata.time());
        }
    }

    @ApplicationScoped
    static class PlanAdopted extends Hears {
        PlanAdopted(Records records) {
            super(records, "minka.workshop.plan-adopted.v1", "PLAN_ADOPTED", Fact::plan, fact -> null);
        }
    }

    @ApplicationScoped
    static class WorkshopHeld extends Hears {
        WorkshopHeld(Records records) {
            super(records, "minka.workshop.workshop-held.v1", "WORKSHOPS_HELD", Fact::workshop, fact -> null);
        }
    }

    @ApplicationScoped
    static class MinutesSealed extends Hears {
        MinutesSealed(Records records) {
            super(records, "minka.workshop.minutes-sealed.v1", "MINUTES_SEALED", Fact::workshop, fact -> null);
        }
    }

    @ApplicationScoped
    static class ProposalEvaluated extends Hears {
        ProposalEvaluated(Records records) {
            super(records, "minka.workshop.proposal-evaluated.v1", "PROPOSALS_EVALUATED", Fact::proposal, fact -> null);
        }
    }

    @ApplicationScoped
    static class RoundTallied extends Hears {
        RoundTallied(Records records) {
            super(records, "minka.workshop.round-tallied.v1", "ROUND_TALLIED", Fact::round, Fact::kind);
        }
    }

    @ApplicationScoped
    static class ElectionProclaimed extends Hears {
        ElectionProclaimed(Records records) {
            super(records, "minka.workshop.election-proclaimed.v1", "ELECTION_PROCLAIMED", Fact::election, Fact::kind);
        }
    }

    @ApplicationScoped
    static class EnvelopeDeclared extends Hears {
        EnvelopeDeclared(Records records) {
            super(records, "minka.allocation.envelope-declared.v1", "ENVELOPE_DECLARED", Fact::envelope, fact -> null);
        }
    }

    @ApplicationScoped
    static class DistributionMade extends Hears {
        DistributionMade(Records records) {
            super(
                    records,
                    "minka.allocation.distribution-made.v1",
                    "DISTRIBUTION_MADE",
                    Fact::distribution,
                    fact -> null);
        }
    }

    @ApplicationScoped
    static class ProjectsSelected extends Hears {
        ProjectsSelected(Records records) {
            super(records, "minka.allocation.projects-selected.v1", "PROJECTS_SELECTED", Fact::selection, fact -> null);
        }
    }

    @ApplicationScoped
    static class PortfolioMade extends Hears {
        PortfolioMade(Records records) {
            super(records, "minka.allocation.portfolio-made.v1", "PORTFOLIO_MADE", Fact::portfolio, fact -> null);
        }
    }

    @ApplicationScoped
    static class AgreementsActSigned extends Hears {
        AgreementsActSigned(Records records) {
            super(records, "minka.allocation.agreements-act-signed.v1", "AGREEMENTS_SIGNED", Fact::act, fact -> null);
        }
    }

    @ApplicationScoped
    static class ApprovalRecorded extends Hears {
        ApprovalRecorded(Records records) {
            super(
                    records,
                    "minka.allocation.approval-recorded.v1",
                    "APPROVAL_RECORDED",
                    Fact::approval,
                    Fact::approval);
        }
    }

    @ApplicationScoped
    static class CommitteeConstituted extends Hears {
        CommitteeConstituted(Records records) {
            super(
                    records,
                    "minka.execution.committee-constituted.v1",
                    "COMMITTEE_CONSTITUTED",
                    Fact::committee,
                    Fact::kind);
        }
    }
}
