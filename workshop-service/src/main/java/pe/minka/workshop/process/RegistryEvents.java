package pe.minka.workshop.process;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What the other services tell, kept as far as it is read here. Each may come before or after any other. */
final class RegistryEvents {

    private RegistryEvents() {}

    record ProcessCalled(
            ProcessId process, EntityCode entity, String ubigeo, String name, int fiscalYear, Bound regulation) {

        record Bound(JsonNode document) {}
    }

    @Singleton
    static class HearProcessCalled implements EventHandler<ProcessCalled> {

        private final Processes processes;

        HearProcessCalled(Processes processes) {
            this.processes = processes;
        }

        @Override
        public String type() {
            return "minka.registry.process-called.v1";
        }

        @Override
        public Class<ProcessCalled> payload() {
            return ProcessCalled.class;
        }

        @Override
        public void on(ProcessCalled event, EventMetadata metadata) {
            processes.called(
                    event.process(),
                    event.entity(),
                    event.ubigeo(),
                    event.name(),
                    event.fiscalYear(),
                    event.regulation().document());
        }
    }

    /** One type of event that is one statement. */
    abstract static class Hears<E> implements EventHandler<E> {

        final Agents agents;

        Hears(Agents agents) {
            this.agents = agents;
        }
    }

    record Phase(ProcessId process, String phase) {}

    @Singleton
    static class HearPhaseOpened extends Hears<Phase> {

        HearPhaseOpened(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.phase-opened.v1";
        }

        @Override
        public Class<Phase> payload() {
            return Phase.class;
        }

        @Override
        public void on(Phase event, EventMetadata metadata) {
            agents.execute(
                    "insert into process_phase (process, phase, state) values (?, ?, 'OPEN')"
                            + " on conflict (process, phase) do update set state = 'OPEN'",
                    event.process().value(),
                    event.phase());
        }
    }

    @Singleton
    static class HearPhaseClosed extends Hears<Phase> {

        HearPhaseClosed(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.phase-closed.v1";
        }

        @Override
        public Class<Phase> payload() {
            return Phase.class;
        }

        @Override
        public void on(Phase event, EventMetadata metadata) {
            agents.execute(
                    "insert into process_phase (process, phase, state) values (?, ?, 'CLOSED')"
                            + " on conflict (process, phase) do update set state = 'CLOSED'",
                    event.process().value(),
                    event.phase());
        }
    }

    record AgentAccredited(
            ProcessId process,
            AgentId agent,
            @Nullable UUID organisation,
            @Nullable String organisationKind,
            String role,
            @Nullable String sex,
            @Nullable String ageBand,
            @Nullable String language,
            @Nullable String zone,
            boolean voice,
            boolean vote,
            @Nullable String personPseudonym,
            @Nullable String credentialSha256) {}

    @Singleton
    static class HearAgentAccredited extends Hears<AgentAccredited> {

        HearAgentAccredited(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.agent-accredited.v1";
        }

        @Override
        public Class<AgentAccredited> payload() {
            return AgentAccredited.class;
        }

        @Override
        public void on(AgentAccredited event, EventMetadata metadata) {
            agents.execute(
                    "insert into agent (process, agent, organisation, organisation_kind, role, sex, age_band, language,"
                            + " zone, voice, vote, accredited, person, credential_sha256)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, left(?, 32)::uuid, ?)"
                            + " on conflict (process, agent) do update set organisation = excluded.organisation,"
                            + " organisation_kind = excluded.organisation_kind, role = excluded.role,"
                            + " sex = excluded.sex, age_band = excluded.age_band, language = excluded.language,"
                            + " zone = excluded.zone, voice = excluded.voice, vote = excluded.vote, accredited = true,"
                            + " person = coalesce(excluded.person, agent.person), ended_at = null,"
                            + " credential_sha256 = coalesce(excluded.credential_sha256, agent.credential_sha256)",
                    event.process().value(),
                    event.agent().value(),
                    event.organisation(),
                    event.organisationKind(),
                    event.role(),
                    event.sex(),
                    event.ageBand(),
                    event.language(),
                    event.zone(),
                    event.voice(),
                    event.vote(),
                    event.personPseudonym(),
                    event.credentialSha256());
        }
    }

    record AgentRevoked(ProcessId process, AgentId agent) {}

    @Singleton
    static class HearAgentRevoked extends Hears<AgentRevoked> {

        HearAgentRevoked(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.agent-revoked.v1";
        }

        @Override
        public Class<AgentRevoked> payload() {
            return AgentRevoked.class;
        }

        @Override
        public void on(AgentRevoked event, EventMetadata metadata) {
            endAccreditation(agents, event.process(), event.agent(), null, metadata);
        }
    }

    record AgentReplaced(ProcessId process, AgentId agent, AgentId by) {}

    /** The agent who comes in is accredited by an event of its own. */
    @Singleton
    static class HearAgentReplaced extends Hears<AgentReplaced> {

        HearAgentReplaced(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.agent-replaced.v1";
        }

        @Override
        public Class<AgentReplaced> payload() {
            return AgentReplaced.class;
        }

        @Override
        public void on(AgentReplaced event, EventMetadata metadata) {
            endAccreditation(agents, event.process(), event.agent(), event.by(), metadata);
        }
    }

    private static void endAccreditation(
            Agents agents, ProcessId process, AgentId agent, @Nullable AgentId by, EventMetadata metadata) {
        agents.execute(
                "insert into agent (process, agent, role, voice, vote, accredited, ended_at, replaced_by)"
                        + " values (?, ?, 'PRINCIPAL', false, false, false, ?, ?)"
                        + " on conflict (process, agent) do update set accredited = false,"
                        + " ended_at = excluded.ended_at, replaced_by = excluded.replaced_by",
                process.value(),
                agent.value(),
                metadata.time().atOffset(ZoneOffset.UTC),
                by == null ? null : by.value());
    }

    record OrganisationRegistered(
            UUID organisation,
            String kind,
            @Nullable String sector,
            @Nullable String zone) {}

    @Singleton
    static class HearOrganisationRegistered extends Hears<OrganisationRegistered> {

        HearOrganisationRegistered(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.organisation-registered.v1";
        }

        @Override
        public Class<OrganisationRegistered> payload() {
            return OrganisationRegistered.class;
        }

        @Override
        public void on(OrganisationRegistered event, EventMetadata metadata) {
            agents.execute(
                    "insert into organisation (organisation, kind, sector, zone) values (?, ?, ?, ?)"
                            + " on conflict (organisation) do update set kind = excluded.kind,"
                            + " sector = excluded.sector, zone = excluded.zone",
                    event.organisation(),
                    event.kind(),
                    event.sector(),
                    event.zone());
        }
    }

    record TrainingHeld(
            ProcessId process, UUID training, @Nullable List<AgentId> attended) {}

    @Singleton
    static class HearTrainingHeld extends Hears<TrainingHeld> {

        HearTrainingHeld(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.training-held.v1";
        }

        @Override
        public Class<TrainingHeld> payload() {
            return TrainingHeld.class;
        }

        @Override
        public void on(TrainingHeld event, EventMetadata metadata) {
            var attended = event.attended() == null ? List.<AgentId>of() : event.attended();
            agents.execute(
                    "insert into training_attendance (process, agent, training)"
                            + " select ?, unnest(?::uuid[]), ? on conflict do nothing",
                    event.process().value(),
                    attended.stream().map(AgentId::value).toArray(UUID[]::new),
                    event.training());
        }
    }

    record RollPublished(ProcessId process, int agents, Instant at) {}

    @Singleton
    static class HearRollPublished extends Hears<RollPublished> {

        HearRollPublished(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.registry.roll-published.v1";
        }

        @Override
        public Class<RollPublished> payload() {
            return RollPublished.class;
        }

        @Override
        public void on(RollPublished event, EventMetadata metadata) {
            agents.execute(
                    "insert into published_roll (process, agents, at) values (?, ?, ?)"
                            + " on conflict (process) do update set agents = excluded.agents, at = excluded.at",
                    event.process().value(),
                    event.agents(),
                    event.at().atOffset(ZoneOffset.UTC));
        }
    }

    record EnvelopeDeclared(ProcessId process, UUID envelope) {}

    @Singleton
    static class HearEnvelopeDeclared extends Hears<EnvelopeDeclared> {

        HearEnvelopeDeclared(Agents agents) {
            super(agents);
        }

        @Override
        public String type() {
            return "minka.allocation.envelope-declared.v1";
        }

        @Override
        public Class<EnvelopeDeclared> payload() {
            return EnvelopeDeclared.class;
        }

        @Override
        public void on(EnvelopeDeclared event, EventMetadata metadata) {
            agents.execute(
                    "insert into declared_envelope (process, envelope) values (?, ?) on conflict do nothing",
                    event.process().value(),
                    event.envelope());
        }
    }
}
