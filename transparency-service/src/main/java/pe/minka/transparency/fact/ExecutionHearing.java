package pe.minka.transparency.fact;

import jakarta.inject.Singleton;
import pe.minka.transparency.fact.ExecutionFact.AccountsSettled;
import pe.minka.transparency.fact.ExecutionFact.CommitteeConstituted;
import pe.minka.transparency.fact.ExecutionFact.ContributionDelivered;
import pe.minka.transparency.fact.ExecutionFact.CooperationAgreementSigned;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.ExecutionFact.ProgressReported;
import pe.minka.transparency.fact.ExecutionFact.ProjectClosed;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.ExecutionFact.WorksResumed;
import pe.minka.transparency.fact.ExecutionFact.WorksStarted;
import pe.minka.transparency.fact.ExecutionFact.WorksSuspended;

/** One handler for each type of event of the execution that is shown. */
final class ExecutionHearing {

    private static final String SERVICE = "execution";

    private ExecutionHearing() {}

    @Singleton
    static class ProjectOpenedHandler extends FactHandler<ProjectOpened> {

        ProjectOpenedHandler(FactListeners listeners) {
            super(SERVICE, ProjectOpened.class, listeners);
        }
    }

    @Singleton
    static class CommitteeConstitutedHandler extends FactHandler<CommitteeConstituted> {

        CommitteeConstitutedHandler(FactListeners listeners) {
            super(SERVICE, CommitteeConstituted.class, listeners);
        }
    }

    @Singleton
    static class CooperationAgreementSignedHandler extends FactHandler<CooperationAgreementSigned> {

        CooperationAgreementSignedHandler(FactListeners listeners) {
            super(SERVICE, CooperationAgreementSigned.class, listeners);
        }
    }

    @Singleton
    static class WorksStartedHandler extends FactHandler<WorksStarted> {

        WorksStartedHandler(FactListeners listeners) {
            super(SERVICE, WorksStarted.class, listeners);
        }
    }

    @Singleton
    static class ExpenditureRecordedHandler extends FactHandler<ExpenditureRecorded> {

        ExpenditureRecordedHandler(FactListeners listeners) {
            super(SERVICE, ExpenditureRecorded.class, listeners);
        }
    }

    @Singleton
    static class ContributionDeliveredHandler extends FactHandler<ContributionDelivered> {

        ContributionDeliveredHandler(FactListeners listeners) {
            super(SERVICE, ContributionDelivered.class, listeners);
        }
    }

    @Singleton
    static class ProgressReportedHandler extends FactHandler<ProgressReported> {

        ProgressReportedHandler(FactListeners listeners) {
            super(SERVICE, ProgressReported.class, listeners);
        }
    }

    @Singleton
    static class WorksSuspendedHandler extends FactHandler<WorksSuspended> {

        WorksSuspendedHandler(FactListeners listeners) {
            super(SERVICE, WorksSuspended.class, listeners);
        }
    }

    @Singleton
    static class WorksResumedHandler extends FactHandler<WorksResumed> {

        WorksResumedHandler(FactListeners listeners) {
            super(SERVICE, WorksResumed.class, listeners);
        }
    }

    @Singleton
    static class AccountsSettledHandler extends FactHandler<AccountsSettled> {

        AccountsSettledHandler(FactListeners listeners) {
            super(SERVICE, AccountsSettled.class, listeners);
        }
    }

    @Singleton
    static class ProjectClosedHandler extends FactHandler<ProjectClosed> {

        ProjectClosedHandler(FactListeners listeners) {
            super(SERVICE, ProjectClosed.class, listeners);
        }
    }
}
