package pe.minka.transparency.fact;

import jakarta.inject.Singleton;
import pe.minka.transparency.fact.EntityFact.EntityRegistered;
import pe.minka.transparency.fact.EntityFact.IndicatorsPublished;
import pe.minka.transparency.fact.EntityFact.OrganisationRegistered;
import pe.minka.transparency.fact.RegistryFact.AgentAccredited;
import pe.minka.transparency.fact.RegistryFact.AgentReplaced;
import pe.minka.transparency.fact.RegistryFact.AgentRevoked;
import pe.minka.transparency.fact.RegistryFact.BodyConstituted;
import pe.minka.transparency.fact.RegistryFact.PhaseClosed;
import pe.minka.transparency.fact.RegistryFact.PhaseOpened;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.fact.RegistryFact.TrainingHeld;

/** One handler for each type of event of the registry that is shown. */
final class RegistryHearing {

    private static final String SERVICE = "registry";

    private RegistryHearing() {}

    @Singleton
    static class ProcessCalledHandler extends FactHandler<ProcessCalled> {

        ProcessCalledHandler(FactListeners listeners) {
            super(SERVICE, ProcessCalled.class, listeners);
        }
    }

    @Singleton
    static class PhaseOpenedHandler extends FactHandler<PhaseOpened> {

        PhaseOpenedHandler(FactListeners listeners) {
            super(SERVICE, PhaseOpened.class, listeners);
        }
    }

    @Singleton
    static class PhaseClosedHandler extends FactHandler<PhaseClosed> {

        PhaseClosedHandler(FactListeners listeners) {
            super(SERVICE, PhaseClosed.class, listeners);
        }
    }

    @Singleton
    static class RollPublishedHandler extends FactHandler<RollPublished> {

        RollPublishedHandler(FactListeners listeners) {
            super(SERVICE, RollPublished.class, listeners);
        }
    }

    @Singleton
    static class AgentAccreditedHandler extends FactHandler<AgentAccredited> {

        AgentAccreditedHandler(FactListeners listeners) {
            super(SERVICE, AgentAccredited.class, listeners);
        }
    }

    @Singleton
    static class AgentReplacedHandler extends FactHandler<AgentReplaced> {

        AgentReplacedHandler(FactListeners listeners) {
            super(SERVICE, AgentReplaced.class, listeners);
        }
    }

    @Singleton
    static class AgentRevokedHandler extends FactHandler<AgentRevoked> {

        AgentRevokedHandler(FactListeners listeners) {
            super(SERVICE, AgentRevoked.class, listeners);
        }
    }

    @Singleton
    static class TrainingHeldHandler extends FactHandler<TrainingHeld> {

        TrainingHeldHandler(FactListeners listeners) {
            super(SERVICE, TrainingHeld.class, listeners);
        }
    }

    @Singleton
    static class BodyConstitutedHandler extends FactHandler<BodyConstituted> {

        BodyConstitutedHandler(FactListeners listeners) {
            super(SERVICE, BodyConstituted.class, listeners);
        }
    }

    @Singleton
    static class EntityRegisteredHandler extends FactHandler<EntityRegistered> {

        EntityRegisteredHandler(FactListeners listeners) {
            super(SERVICE, EntityRegistered.class, listeners);
        }
    }

    @Singleton
    static class OrganisationRegisteredHandler extends FactHandler<OrganisationRegistered> {

        OrganisationRegisteredHandler(FactListeners listeners) {
            super(SERVICE, OrganisationRegistered.class, listeners);
        }
    }

    @Singleton
    static class IndicatorsPublishedHandler extends FactHandler<IndicatorsPublished> {

        IndicatorsPublishedHandler(FactListeners listeners) {
            super(SERVICE, IndicatorsPublished.class, listeners);
        }
    }
}
