package pe.minka.transparency.fact;

import jakarta.inject.Singleton;
import pe.minka.transparency.fact.WorkshopFact.BallotsCommitted;
import pe.minka.transparency.fact.WorkshopFact.ChannelActRecorded;
import pe.minka.transparency.fact.WorkshopFact.ElectionProclaimed;
import pe.minka.transparency.fact.WorkshopFact.MinutesSealed;
import pe.minka.transparency.fact.WorkshopFact.PlanAdopted;
import pe.minka.transparency.fact.WorkshopFact.ProposalEvaluated;
import pe.minka.transparency.fact.WorkshopFact.ProposalRefused;
import pe.minka.transparency.fact.WorkshopFact.ProposalShortlisted;
import pe.minka.transparency.fact.WorkshopFact.ProposalSubmitted;
import pe.minka.transparency.fact.WorkshopFact.ResultActSealed;
import pe.minka.transparency.fact.WorkshopFact.RollActRecorded;
import pe.minka.transparency.fact.WorkshopFact.RoundActRecorded;
import pe.minka.transparency.fact.WorkshopFact.RoundClosed;
import pe.minka.transparency.fact.WorkshopFact.RoundDeclared;
import pe.minka.transparency.fact.WorkshopFact.RoundOpened;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;
import pe.minka.transparency.fact.WorkshopFact.WorkshopConvened;
import pe.minka.transparency.fact.WorkshopFact.WorkshopHeld;

/** One handler for each type of event of the workshop that is shown. */
final class WorkshopHearing {

    private WorkshopHearing() {}

    abstract static class Handler<F extends Fact> extends FactHandler<F> {

        Handler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        String service() {
            return "workshop";
        }
    }

    @Singleton
    static class PlanAdoptedHandler extends Handler<PlanAdopted> {

        PlanAdoptedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<PlanAdopted> payload() {
            return PlanAdopted.class;
        }
    }

    @Singleton
    static class WorkshopConvenedHandler extends Handler<WorkshopConvened> {

        WorkshopConvenedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<WorkshopConvened> payload() {
            return WorkshopConvened.class;
        }
    }

    @Singleton
    static class WorkshopHeldHandler extends Handler<WorkshopHeld> {

        WorkshopHeldHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<WorkshopHeld> payload() {
            return WorkshopHeld.class;
        }
    }

    @Singleton
    static class MinutesSealedHandler extends Handler<MinutesSealed> {

        MinutesSealedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<MinutesSealed> payload() {
            return MinutesSealed.class;
        }
    }

    @Singleton
    static class ProposalSubmittedHandler extends Handler<ProposalSubmitted> {

        ProposalSubmittedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProposalSubmitted> payload() {
            return ProposalSubmitted.class;
        }
    }

    @Singleton
    static class ProposalEvaluatedHandler extends Handler<ProposalEvaluated> {

        ProposalEvaluatedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProposalEvaluated> payload() {
            return ProposalEvaluated.class;
        }
    }

    @Singleton
    static class ProposalShortlistedHandler extends Handler<ProposalShortlisted> {

        ProposalShortlistedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProposalShortlisted> payload() {
            return ProposalShortlisted.class;
        }
    }

    @Singleton
    static class ProposalRefusedHandler extends Handler<ProposalRefused> {

        ProposalRefusedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProposalRefused> payload() {
            return ProposalRefused.class;
        }
    }

    @Singleton
    static class RoundOpenedHandler extends Handler<RoundOpened> {

        RoundOpenedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RoundOpened> payload() {
            return RoundOpened.class;
        }
    }

    @Singleton
    static class RoundActRecordedHandler extends Handler<RoundActRecorded> {

        RoundActRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RoundActRecorded> payload() {
            return RoundActRecorded.class;
        }
    }

    @Singleton
    static class RollActRecordedHandler extends Handler<RollActRecorded> {

        RollActRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RollActRecorded> payload() {
            return RollActRecorded.class;
        }
    }

    @Singleton
    static class RoundClosedHandler extends Handler<RoundClosed> {

        RoundClosedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RoundClosed> payload() {
            return RoundClosed.class;
        }
    }

    @Singleton
    static class RoundTalliedHandler extends Handler<RoundTallied> {

        RoundTalliedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RoundTallied> payload() {
            return RoundTallied.class;
        }
    }

    @Singleton
    static class RoundDeclaredHandler extends Handler<RoundDeclared> {

        RoundDeclaredHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RoundDeclared> payload() {
            return RoundDeclared.class;
        }
    }

    @Singleton
    static class ResultActSealedHandler extends Handler<ResultActSealed> {

        ResultActSealedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ResultActSealed> payload() {
            return ResultActSealed.class;
        }
    }

    @Singleton
    static class BallotsCommittedHandler extends Handler<BallotsCommitted> {

        BallotsCommittedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<BallotsCommitted> payload() {
            return BallotsCommitted.class;
        }
    }

    @Singleton
    static class ChannelActRecordedHandler extends Handler<ChannelActRecorded> {

        ChannelActRecordedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ChannelActRecorded> payload() {
            return ChannelActRecorded.class;
        }
    }

    @Singleton
    static class ElectionProclaimedHandler extends Handler<ElectionProclaimed> {

        ElectionProclaimedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ElectionProclaimed> payload() {
            return ElectionProclaimed.class;
        }
    }
}
