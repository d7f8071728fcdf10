package pe.minka.transparency.fact;

import jakarta.inject.Singleton;
import pe.minka.transparency.fact.WorkshopFact.BallotsCommitted;
import pe.minka.transparency.fact.WorkshopFact.ElectionProclaimed;
import pe.minka.transparency.fact.WorkshopFact.MinutesSealed;
import pe.minka.transparency.fact.WorkshopFact.PlanAdopted;
import pe.minka.transparency.fact.WorkshopFact.ProposalEvaluated;
import pe.minka.transparency.fact.WorkshopFact.ProposalRefused;
import pe.minka.transparency.fact.WorkshopFact.ProposalShortlisted;
import pe.minka.transparency.fact.WorkshopFact.ProposalSubmitted;
import pe.minka.transparency.fact.WorkshopFact.RoundClosed;
import pe.minka.transparency.fact.WorkshopFact.RoundOpened;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;
import pe.minka.transparency.fact.WorkshopFact.WorkshopConvened;
import pe.minka.transparency.fact.WorkshopFact.WorkshopHeld;

/** One handler for each type of event of the workshop that is shown. */
final class WorkshopHearing {

    private static final String SERVICE = "workshop";

    private WorkshopHearing() {}

    @Singleton
    static class PlanAdoptedHandler extends FactHandler<PlanAdopted> {

        PlanAdoptedHandler(FactListeners listeners) {
            super(SERVICE, PlanAdopted.class, listeners);
        }
    }

    @Singleton
    static class WorkshopConvenedHandler extends FactHandler<WorkshopConvened> {

        WorkshopConvenedHandler(FactListeners listeners) {
            super(SERVICE, WorkshopConvened.class, listeners);
        }
    }

    @Singleton
    static class WorkshopHeldHandler extends FactHandler<WorkshopHeld> {

        WorkshopHeldHandler(FactListeners listeners) {
            super(SERVICE, WorkshopHeld.class, listeners);
        }
    }

    @Singleton
    static class MinutesSealedHandler extends FactHandler<MinutesSealed> {

        MinutesSealedHandler(FactListeners listeners) {
            super(SERVICE, MinutesSealed.class, listeners);
        }
    }

    @Singleton
    static class ProposalSubmittedHandler extends FactHandler<ProposalSubmitted> {

        ProposalSubmittedHandler(FactListeners listeners) {
            super(SERVICE, ProposalSubmitted.class, listeners);
        }
    }

    @Singleton
    static class ProposalEvaluatedHandler extends FactHandler<ProposalEvaluated> {

        ProposalEvaluatedHandler(FactListeners listeners) {
            super(SERVICE, ProposalEvaluated.class, listeners);
        }
    }

    @Singleton
    static class ProposalShortlistedHandler extends FactHandler<ProposalShortlisted> {

        ProposalShortlistedHandler(FactListeners listeners) {
            super(SERVICE, ProposalShortlisted.class, listeners);
        }
    }

    @Singleton
    static class ProposalRefusedHandler extends FactHandler<ProposalRefused> {

        ProposalRefusedHandler(FactListeners listeners) {
            super(SERVICE, ProposalRefused.class, listeners);
        }
    }

    @Singleton
    static class RoundOpenedHandler extends FactHandler<RoundOpened> {

        RoundOpenedHandler(FactListeners listeners) {
            super(SERVICE, RoundOpened.class, listeners);
        }
    }

    @Singleton
    static class RoundClosedHandler extends FactHandler<RoundClosed> {

        RoundClosedHandler(FactListeners listeners) {
            super(SERVICE, RoundClosed.class, listeners);
        }
    }

    @Singleton
    static class RoundTalliedHandler extends FactHandler<RoundTallied> {

        RoundTalliedHandler(FactListeners listeners) {
            super(SERVICE, RoundTallied.class, listeners);
        }
    }

    @Singleton
    static class BallotsCommittedHandler extends FactHandler<BallotsCommitted> {

        BallotsCommittedHandler(FactListeners listeners) {
            super(SERVICE, BallotsCommitted.class, listeners);
        }
    }

    @Singleton
    static class ElectionProclaimedHandler extends FactHandler<ElectionProclaimed> {

        ElectionProclaimedHandler(FactListeners listeners) {
            super(SERVICE, ElectionProclaimed.class, listeners);
        }
    }
}
