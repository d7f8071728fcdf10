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

    private ExecutionHearing() {}

    abstract static class Handler<F extends Fact> extends FactHandler<F> {

        Handler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        String service() {
            return "execution";
        }
    }

    @Singleton
    static class ProjectOpenedHandler extends Handler<ProjectOpened> {

        ProjectOpenedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProjectOpened> payload() {
            return ProjectOpened.class;
        }
    }

    @Singleton
    static class CommitteeConstitutedHandler extends Handler<CommitteeConstituted> {

        CommitteeConstitutedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<CommitteeConstituted> payload() {
            return CommitteeConstituted.class;
        }
    }

    @Singleton
    static class CooperationAgreementSignedHandler extends Handler<CooperationAgreementSigned> {

        CooperationAgreementSignedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<CooperationAgreementSigned> payload() {
            return CooperationAgreementSigned.class;
        }
    }

    @Singleton
    static class WorksStartedHandler extends Handler<WorksStarted> {

        WorksStartedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<WorksStarted> payload() {
            return WorksStarted.class;
        }
    }

    @Singleton
    static class ExpenditureRecordedHandler extends Handler<ExpenditureRecorded> {

        ExpenditureRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ExpenditureRecorded> payload() {
            return ExpenditureRecorded.class;
        }
    }

    @Singleton
    static class ContributionDeliveredHandler extends Handler<ContributionDelivered> {

        ContributionDeliveredHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ContributionDelivered> payload() {
            return ContributionDelivered.class;
        }
    }

    @Singleton
    static class ProgressReportedHandler extends Handler<ProgressReported> {

        ProgressReportedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProgressReported> payload() {
            return ProgressReported.class;
        }
    }

    @Singleton
    static class WorksSuspendedHandler extends Handler<WorksSuspended> {

        WorksSuspendedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<WorksSuspended> payload() {
            return WorksSuspended.class;
        }
    }

    @Singleton
    static class WorksResumedHandler extends Handler<WorksResumed> {

        WorksResumedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<WorksResumed> payload() {
            return WorksResumed.class;
        }
    }

    @Singleton
    static class AccountsSettledHandler extends Handler<AccountsSettled> {

        AccountsSettledHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<AccountsSettled> payload() {
            return AccountsSettled.class;
        }
    }

    @Singleton
    static class ProjectClosedHandler extends Handler<ProjectClosed> {

        ProjectClosedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProjectClosed> payload() {
            return ProjectClosed.class;
        }
    }
}
