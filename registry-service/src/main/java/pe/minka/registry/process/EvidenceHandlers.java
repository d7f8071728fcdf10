package pe.minka.registry.process;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;
import java.util.UUID;

/** Hears of what the other services recorded, so that a phase closes on records and not on ticks. */
final class EvidenceHandlers {

    private EvidenceHandlers() {}

    @ApplicationScoped
    static class PlanAdopted implements EventHandler<PlanAdopted.Told> {

        private final Records records;

        PlanAdopted(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID plan) {}

        @Override
        public String type() {
            return "minka.workshop.plan-adopted.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(metadata, told.process(), "PLAN_ADOPTED", told.plan().toString());
        }
    }

    @ApplicationScoped
    static class WorkshopHeld implements EventHandler<WorkshopHeld.Told> {

        private final Records records;

        WorkshopHeld(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID workshop) {}

        @Override
        public String type() {
            return "minka.workshop.workshop-held.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata, told.process(), "WORKSHOPS_HELD", told.workshop().toString());
        }
    }

    @ApplicationScoped
    static class MinutesSealed implements EventHandler<MinutesSealed.Told> {

        private final Records records;

        MinutesSealed(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID workshop) {}

        @Override
        public String type() {
            return "minka.workshop.minutes-sealed.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata, told.process(), "MINUTES_SEALED", told.workshop().toString());
        }
    }

    @ApplicationScoped
    static class ProposalEvaluated implements EventHandler<ProposalEvaluated.Told> {

        private final Records records;

        ProposalEvaluated(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID proposal) {}

        @Override
        public String type() {
            return "minka.workshop.proposal-evaluated.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "PROPOSALS_EVALUATED",
                    told.proposal().toString());
        }
    }

    @ApplicationScoped
    static class RoundTallied implements EventHandler<RoundTallied.Told> {

        private final Records records;

        RoundTallied(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID round, String kind) {}

        @Override
        public String type() {
            return "minka.workshop.round-tallied.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "ROUND_TALLIED/" + told.kind(),
                    told.round().toString());
        }
    }

    @ApplicationScoped
    static class ElectionProclaimed implements EventHandler<ElectionProclaimed.Told> {

        private final Records records;

        ElectionProclaimed(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID election, String kind, List<JsonNode> elected) {}

        @Override
        public String type() {
            return "minka.workshop.election-proclaimed.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "ELECTION_PROCLAIMED/" + told.kind(),
                    told.election().toString());
            records.noteElected(
                    metadata, told.process(), told.kind(), told.elected().size());
        }
    }

    @ApplicationScoped
    static class EnvelopeDeclared implements EventHandler<EnvelopeDeclared.Told> {

        private final Records records;

        EnvelopeDeclared(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID envelope, Soles amount, String sharePercent, String purse) {}

        @Override
        public String type() {
            return "minka.allocation.envelope-declared.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "ENVELOPE_DECLARED",
                    told.envelope().toString());
            records.noteEnvelope(metadata, told.process(), told.purse(), told.amount(), told.sharePercent());
        }
    }

    @ApplicationScoped
    static class DistributionMade implements EventHandler<DistributionMade.Told> {

        private final Records records;

        DistributionMade(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID distribution) {}

        @Override
        public String type() {
            return "minka.allocation.distribution-made.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "DISTRIBUTION_MADE",
                    told.distribution().toString());
        }
    }

    @ApplicationScoped
    static class ProjectsSelected implements EventHandler<ProjectsSelected.Told> {

        private final Records records;

        ProjectsSelected(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID selection) {}

        @Override
        public String type() {
            return "minka.allocation.projects-selected.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "PROJECTS_SELECTED",
                    told.selection().toString());
        }
    }

    @ApplicationScoped
    static class PortfolioMade implements EventHandler<PortfolioMade.Told> {

        private final Records records;

        PortfolioMade(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID portfolio) {}

        @Override
        public String type() {
            return "minka.allocation.portfolio-made.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata, told.process(), "PORTFOLIO_MADE", told.portfolio().toString());
        }
    }

    @ApplicationScoped
    static class AgreementsActSigned implements EventHandler<AgreementsActSigned.Told> {

        private final Records records;

        AgreementsActSigned(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID act) {}

        @Override
        public String type() {
            return "minka.allocation.agreements-act-signed.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata, told.process(), "AGREEMENTS_SIGNED", told.act().toString());
        }
    }

    @ApplicationScoped
    static class ApprovalRecorded implements EventHandler<ApprovalRecorded.Told> {

        private final Records records;

        ApprovalRecorded(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID act, String approval) {}

        @Override
        public String type() {
            return "minka.allocation.approval-recorded.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "APPROVAL_RECORDED/" + told.approval(),
                    told.act().toString());
        }
    }

    @ApplicationScoped
    static class CommitteeConstituted implements EventHandler<CommitteeConstituted.Told> {

        private final Records records;

        CommitteeConstituted(Records records) {
            this.records = records;
        }

        record Told(ProcessId process, UUID committee, String kind) {}

        @Override
        public String type() {
            return "minka.execution.committee-constituted.v1";
        }

        @Override
        public Class<Told> payload() {
            return Told.class;
        }

        @Override
        public void on(Told told, EventMetadata metadata) {
            records.note(
                    metadata,
                    told.process(),
                    "COMMITTEE_CONSTITUTED/" + told.kind(),
                    told.committee().toString());
        }
    }
}
