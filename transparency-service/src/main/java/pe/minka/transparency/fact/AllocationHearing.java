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

    private static final String SERVICE = "allocation";

    private AllocationHearing() {}

    @Singleton
    static class EnvelopeDeclaredHandler extends FactHandler<EnvelopeDeclared> {

        EnvelopeDeclaredHandler(FactListeners listeners) {
            super(SERVICE, EnvelopeDeclared.class, listeners);
        }
    }

    @Singleton
    static class DistributionMadeHandler extends FactHandler<DistributionMade> {

        DistributionMadeHandler(FactListeners listeners) {
            super(SERVICE, DistributionMade.class, listeners);
        }
    }

    @Singleton
    static class ProjectsSelectedHandler extends FactHandler<ProjectsSelected> {

        ProjectsSelectedHandler(FactListeners listeners) {
            super(SERVICE, ProjectsSelected.class, listeners);
        }
    }

    @Singleton
    static class PortfolioMadeHandler extends FactHandler<PortfolioMade> {

        PortfolioMadeHandler(FactListeners listeners) {
            super(SERVICE, PortfolioMade.class, listeners);
        }
    }

    @Singleton
    static class AgreementsActSignedHandler extends FactHandler<AgreementsActSigned> {

        AgreementsActSignedHandler(FactListeners listeners) {
            super(SERVICE, AgreementsActSigned.class, listeners);
        }
    }

    @Singleton
    static class ApprovalRecordedHandler extends FactHandler<ApprovalRecorded> {

        ApprovalRecordedHandler(FactListeners listeners) {
            super(SERVICE, ApprovalRecorded.class, listeners);
        }
    }

    @Singleton
    static class ModificationRecordedHandler extends FactHandler<ModificationRecorded> {

        ModificationRecordedHandler(FactListeners listeners) {
            super(SERVICE, ModificationRecorded.class, listeners);
        }
    }
}
