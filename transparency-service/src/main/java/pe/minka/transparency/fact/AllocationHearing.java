package pe.minka.transparency.fact;

import jakarta.inject.Singleton;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.AllocationFact.DistributionMade;
import pe.minka.transparency.fact.AllocationFact.EnvelopeDeclared;
import pe.minka.transparency.fact.AllocationFact.ModificationRecorded;
import pe.minka.transparency.fact.AllocationFact.PortfolioMade;
import pe.minka.transparency.fact.AllocationFact.ProjectsSelected;

/** One handler for each type of event of the allocation that is shown. */
final class AllocationHearing {

    private AllocationHearing() {}

    abstract static class Handler<F extends Fact> extends FactHandler<F> {

        Handler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        String service() {
            return "allocation";
        }
    }

    @Singleton
    static class EnvelopeDeclaredHandler extends Handler<EnvelopeDeclared> {

        EnvelopeDeclaredHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<EnvelopeDeclared> payload() {
            return EnvelopeDeclared.class;
        }
    }

    @Singleton
    static class DistributionMadeHandler extends Handler<DistributionMade> {

        DistributionMadeHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<DistributionMade> payload() {
            return DistributionMade.class;
        }
    }

    @Singleton
    static class ProjectsSelectedHandler extends Handler<ProjectsSelected> {

        ProjectsSelectedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProjectsSelected> payload() {
            return ProjectsSelected.class;
        }
    }

    @Singleton
    static class PortfolioMadeHandler extends Handler<PortfolioMade> {

        PortfolioMadeHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<PortfolioMade> payload() {
            return PortfolioMade.class;
        }
    }

    @Singleton
    static class AgreementsActSignedHandler extends Handler<AgreementsActSigned> {

        AgreementsActSignedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<AgreementsActSigned> payload() {
            return AgreementsActSigned.class;
        }
    }

    @Singleton
    static class ApprovalRecordedHandler extends Handler<ApprovalRecorded> {

        ApprovalRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ApprovalRecorded> payload() {
            return ApprovalRecorded.class;
        }
    }

    @Singleton
    static class ModificationRecordedHandler extends Handler<ModificationRecorded> {

        ModificationRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ModificationRecorded> payload() {
            return ModificationRecorded.class;
        }
    }
}
