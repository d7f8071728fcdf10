package pe.minka.registry.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in registrations that were captured without connection or by telephone. The device makes the id: the same one
 * sent again, in whatever order and batch, is the same registration and gets the same answer.
 */
@ApplicationScoped
class OfflineRegistrations {

    private final EntityManager database;
    private final Processes processes;
    private final Organisations organisations;
    private final AccreditAgent accreditAgent;
    private final Agents agents;
    private final People people;
    private final KeyedIndex index;
    private final Clock clock;

    OfflineRegistrations(
            EntityManager database,
            Processes processes,
            Organisations organisations,
            AccreditAgent accreditAgent,
            Agents agents,
            People people,
            KeyedIndex index,
            Clock clock) {
        this.database = database;
        this.processes = processes;
        this.organisations = organisations;
        this.accreditAgent = accreditAgent;
        this.agents = agents;
        this.people = people;
        this.index = index;
        this.clock = clock;
    }

    @Schema(name = "CaptureChannel")
    enum Channel {
        DEVICE,
        TELEPHONE
    }

    enum Outcome {
        ACCREDITED,
        /** The person is on the roll already: captured twice, or registered elsewhere meanwhile. */
        DUPLICATE,
        REFUSED
    }

    /** An organisation as the device knew it: by its id, or by name and kind where it was met in the field. */
    record OrganisationCaptured(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable OrganisationKind kind) {}

    /** One registration. Holds personal data: never printed, logged or sent. */
    record Captured(
            UUID id,
            Instant at,
            Channel channel,
            String device,
            @Nullable OrganisationCaptured organisation,
            AccreditAgent.Candidate candidate,
            String contents) {

        @Override
        public String toString() {
            return "captured " + id;
        }
    }

    /**
     * What became of one.
     *
     * @param repeated whether it had been taken in before
     */
    record Taken(UUID id, Outcome outcome, @Nullable UUID agent, List<String> errors, boolean repeated) {}

    /** Empty where the id was used for other contents: nothing was changed. */
    Optional<Taken> take(ProcessId process, Captured captured, String account) {
        var fingerprint = index.of("CAPTURED", captured.contents());
        var known = QuarkusTransaction.requiringNew().call(() -> find(process, captured.id()));
        if (known.isPresent()) {
            return same(known.get(), fingerprint);
        }
        try {
            return Optional.of(
                    QuarkusTransaction.requiringNew().call(() -> accredit(process, captured, fingerprint, account)));
        } catch (NotTaken refused) {
            QuarkusTransaction.requiringNew()
                    .run(() -> note(process, captured, fingerprint, refused.outcome, refused.agent, refused.errors));
            // what another request noted at the same instant counts
            var noted = QuarkusTransaction.requiringNew().call(() -> find(process, captured.id()));
            return same(noted.orElseThrow(), fingerprint)
                    .map(taken -> new Taken(taken.id(), taken.outcome(), taken.agent(), taken.errors(), false));
        }
    }

    private Taken accredit(ProcessId id, Captured captured, String fingerprint, String account) {
        var process = processes.getForAddition(id);
        hold(captured.id());
        var known = find(id, captured.id());
        if (known.isPresent()) {
            return same(known.get(), fingerprint).orElseThrow(() -> new NotTaken(Outcome.REFUSED, null, List.of()));
        }
        var candidate = of(process, captured);
        var outcome = accreditAgent.accredit(process, candidate, account);
        if (outcome instanceof AccreditAgent.Outcome.Refused refused) {
            throw notTaken(process, candidate, refused);
        }
        var agent = ((AccreditAgent.Outcome.Accredited) outcome).agent().agent();
        agents.handedIn(agent, captured.at());
        note(id, captured, fingerprint, Outcome.ACCREDITED, agent.value(), List.of());
        return new Taken(captured.id(), Outcome.ACCREDITED, agent.value(), List.of(), false);
    }

    private NotTaken notTaken(
            CalledProcess process, AccreditAgent.Candidate candidate, AccreditAgent.Outcome.Refused refused) {
        var errors = refused.unmet().stream().map(Unmet::code).toList();
        if (!errors.contains("agent-twice")) {
            return new NotTaken(Outcome.REFUSED, null, errors);
        }
        var agent = people.known(
                        process.entity(), IdentityDocument.of(candidate.documentKind(), candidate.documentNumber()))
                .flatMap(person -> agents.accreditedAs(process.id(), person))
                .map(AgentId::value)
                .orElse(null);
        return new NotTaken(Outcome.DUPLICATE, agent, errors);
    }

    private AccreditAgent.Candidate of(CalledProcess process, Captured captured) {
        var candidate = captured.candidate();
        var organisation = captured.organisation();
        return organisation == null
                ? candidate
                : candidate.representing(organisation(process, organisation)
                        .orElseThrow(() -> new NotTaken(Outcome.REFUSED, null, List.of("organisation-missing"))));
    }

    private Optional<KnownOrganisation> organisation(CalledProcess process, OrganisationCaptured captured) {
        var id = captured.id();
        if (id != null) {
            return organisations.known(process.entity(), id);
        }
        var name = captured.name();
        if (name == null) {
            return Optional.empty();
        }
        var kind = captured.kind();
        return organisations
                .named(process.entity(), name)
                .or(() -> kind == null
                        ? Optional.empty()
                        : organisations
                                .register(
                                        process.entity(),
                                        new Organisations.Statement(name, kind, null, null, null, null, null))
                                .or(() -> organisations.named(process.entity(), name)));
    }

    /** One at a time for each id, whatever arrives at once. */
    private void hold(UUID id) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:id, 11))")
                .setParameter("id", id.toString())
                .getResultList();
    }

    private record Noted(Taken taken, String fingerprint) {}

    private static Optional<Taken> same(Noted noted, String fingerprint) {
        return noted.fingerprint().equals(fingerprint) ? Optional.of(noted.taken()) : Optional.empty();
    }

    private Optional<Noted> find(ProcessId process, UUID id) {
        return database.createNativeQuery(
                        "select outcome, agent, errors, fingerprint from offline_registration where process = :process and id = :id",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(found -> {
                    var row = (Tuple) found;
                    var errors = row.get("errors", String.class);
                    return new Noted(
                            new Taken(
                                    id,
                                    Outcome.valueOf(row.get("outcome", String.class)),
                                    row.get("agent", UUID.class),
                                    errors.isEmpty() ? List.of() : Arrays.asList(errors.split(",", -1)),
                                    true),
                            row.get("fingerprint", String.class));
                });
    }

    private void note(
            ProcessId process,
            Captured captured,
            String fingerprint,
            Outcome outcome,
            @Nullable UUID agent,
            List<String> errors) {
        database.createNativeQuery(
                        "insert into offline_registration (process, id, fingerprint, channel, device, outcome, agent, errors, captured_at, received_at)"
                                + " values (:process, :id, :fingerprint, :channel, :device, :outcome, cast(:agent as uuid), :errors, :captured, :now) on conflict do nothing")
                .setParameter("process", process.value())
                .setParameter("id", captured.id())
                .setParameter("fingerprint", fingerprint)
                .setParameter("channel", captured.channel().name())
                .setParameter("device", captured.device())
                .setParameter("outcome", outcome.name())
                .setParameter("agent", Objects.toString(agent, null))
                .setParameter("errors", String.join(",", errors))
                .setParameter("captured", OffsetDateTime.ofInstant(captured.at(), ZoneOffset.UTC))
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Undoes what a refused registration had begun, such as an organisation met in the field. */
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Outcome outcome;
        private final transient @Nullable UUID agent;
        private final transient List<String> errors;

        NotTaken(Outcome outcome, @Nullable UUID agent, List<String> errors) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
            this.agent = agent;
            this.errors = errors;
        }
    }
}
