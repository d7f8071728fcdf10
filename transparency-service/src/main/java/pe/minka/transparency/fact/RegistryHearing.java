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

    private RegistryHearing() {}

    abstract static class Handler<F extends Fact> extends FactHandler<F> {

        Handler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        String service() {
            return "registry";
        }
    }

    @Singleton
    static class ProcessCalledHandler extends Handler<ProcessCalled> {

        ProcessCalledHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<ProcessCalled> payload() {
            return ProcessCalled.class;
        }
    }

    @Singleton
    static class PhaseOpenedHandler extends Handler<PhaseOpened> {

        PhaseOpenedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<PhaseOpened> payload() {
            return PhaseOpened.class;
        }
    }

    @Singleton
    static class PhaseClosedHandler extends Handler<PhaseClosed> {

        PhaseClosedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<PhaseClosed> payload() {
            return PhaseClosed.class;
        }
    }

    @Singleton
    static class RollPublishedHandler extends Handler<RollPublished> {

        RollPublishedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<RollPublished> payload() {
            return RollPublished.class;
        }
    }

    @Singleton
    static class AgentAccreditedHandler extends Handler<AgentAccredited> {

        AgentAccreditedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<AgentAccredited> payload() {
            return AgentAccredited.class;
        }
    }

    @Singleton
    static class AgentReplacedHandler extends Handler<AgentReplaced> {

        AgentReplacedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<AgentReplaced> payload() {
            return AgentReplaced.class;
        }
    }

    @Singleton
    static class AgentRevokedHandler extends Handler<AgentRevoked> {

        AgentRevokedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<AgentRevoked> payload() {
            return AgentRevoked.class;
        }
    }

    @Singleton
    static class TrainingHeldHandler extends Handler<TrainingHeld> {

        TrainingHeldHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<TrainingHeld> payload() {
            return TrainingHeld.class;
        }
    }

    @Singleton
    static class BodyConstitutedHandler extends Handler<BodyConstituted> {

        BodyConstitutedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<BodyConstituted> payload() {
            return BodyConstituted.class;
        }
    }

    @Singleton
    static class EntityRegisteredHandler extends Handler<EntityRegistered> {

        EntityRegisteredHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<EntityRegistered> payload() {
            return EntityRegistered.class;
        }
    }

    @Singleton
    static class OrganisationRegisteredHandler extends Handler<OrganisationRegistered> {

        OrganisationRegisteredHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<OrganisationRegistered> payload() {
            return OrganisationRegistered.class;
        }
    }

    @Singleton
    static class IndicatorsPublishedHandler extends Handler<IndicatorsPublished> {

        IndicatorsPublishedHandler(FactListeners listeners) {
            super(listeners);
        }

        @Override
        public Class<IndicatorsPublished> payload() {
            return IndicatorsPublished.class;
        }
    }
}
