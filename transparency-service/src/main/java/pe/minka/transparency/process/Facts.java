package pe.minka.transparency.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.FactListener;
import pe.minka.transparency.fact.Heard;
import pe.minka.transparency.fact.ProcessFact;
import pe.minka.transparency.fact.RegistryFact.AgentAccredited;
import pe.minka.transparency.fact.RegistryFact.AgentReplaced;
import pe.minka.transparency.fact.RegistryFact.AgentRevoked;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.fact.Told;
import pe.minka.transparency.fact.WorkshopFact.BallotsCommitted;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of each process as they were told, the last word on each thing. Kept in any order, folded when read. */
@Singleton
@Priority(FactListener.READ_MODEL)
class Facts implements FactListener {

    private static final Map<String, Class<?>> KINDS =
            leaves(ProcessFact.class).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final Statements database;
    private final ObjectMapper json;

    Facts(Statements database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public void heard(List<Heard> facts) {
        List<Told<ProcessFact>> told = facts.stream()
                .filter(heard -> heard.fact() instanceof ProcessFact)
                .map(heard -> new Told<>(heard.metadata().time(), (ProcessFact) heard.fact()))
                .toList();
        if (!told.isEmpty()) {
            write(told);
        }
    }

    /** All that is known of a process; empty where nothing is. */
    List<Told<ProcessFact>> of(ProcessId process) {
        return database.list(
                "select kind, at, body from read_model.fact where process = ?",
                row -> new Told<>(
                        row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
                        read(row.getString(1), row.getString(3))),
                process.value());
    }

    private void write(List<Told<ProcessFact>> told) {
        touch(told);
        database.batch(
                "insert into read_model.fact (process, kind, subject, at, body) values (?, ?, ?, ?, ?::jsonb)"
                        + " on conflict (process, kind, subject) do update set at = excluded.at, body = excluded.body"
                        + " where excluded.at >= read_model.fact.at",
                told.stream().filter(each -> isKeptWhole(each.fact())).toList(),
                each -> new Object[] {
                    each.fact().process().value(),
                    each.fact().getClass().getSimpleName(),
                    each.fact().subject(),
                    each.at(),
                    write(each.fact())
                });
        call(of(told, ProcessCalled.class));
        seat(told);
        siblings(of(told, RollPublished.class));
    }

    /** Agents are counted, never listed; commitments belong to the public log alone. */
    private static boolean isKeptWhole(ProcessFact fact) {
        return !(fact instanceof AgentAccredited
                || fact instanceof AgentReplaced
                || fact instanceof AgentRevoked
                || fact instanceof BallotsCommitted);
    }

    /** In the order of their ids, so that two writers never wait for each other in a ring. */
    private void touch(List<Told<ProcessFact>> told) {
        Map<UUID, String> touched = new LinkedHashMap<>();
        told.stream()
                .sorted(java.util.Comparator.comparing(
                        each -> each.fact().process().toString()))
                .forEach(each -> touched.put(
                        each.fact().process().value(), each.fact().entity().value()));
        database.batch(
                "insert into read_model.process (process, entity) values (?, ?) on conflict (process) do update"
                        + " set revision = read_model.process.revision + 1, touched_at = clock_timestamp()",
                List.copyOf(touched.entrySet()),
                each -> new Object[] {each.getKey(), each.getValue()});
    }

    private void call(List<ProcessCalled> called) {
        database.batch(
                "update read_model.process set entity = ?, ubigeo = ?, name = ?, fiscal_year = ?, called = true where process = ?",
                called,
                each -> new Object[] {
                    each.entity().value(),
                    each.ubigeo().value(),
                    each.name(),
                    each.fiscalYear(),
                    each.process().value()
                });
    }

    /** Of several words on one agent in a batch the last counts: who was revoked may be accredited again. */
    private void seat(List<Told<ProcessFact>> told) {
        Map<AgentId, AgentAccredited> accredited = new LinkedHashMap<>();
        Map<AgentId, ProcessFact> gone = new LinkedHashMap<>();
        for (Told<ProcessFact> each : told) {
            if (each.fact() instanceof AgentAccredited agent) {
                accredited.put(agent.agent(), agent);
                gone.remove(agent.agent());
            } else if (each.fact() instanceof AgentReplaced agent) {
                gone.put(agent.agent(), agent);
            } else if (each.fact() instanceof AgentRevoked agent) {
                gone.put(agent.agent(), agent);
            }
        }
        accredit(List.copyOf(accredited.values()));
        database.batch(
                "update read_model.agent set active = false where process = ? and agent = ?",
                List.copyOf(gone.entrySet()),
                each -> new Object[] {
                    each.getValue().process().value(), each.getKey().value()
                });
    }

    private void accredit(List<AgentAccredited> agents) {
        database.batch(
                "insert into read_model.agent (process, agent, organisation, organisation_kind, role, sex, age_band, language, zone)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (process, agent) do update set active = true,"
                        + " organisation = excluded.organisation, organisation_kind = excluded.organisation_kind,"
                        + " role = excluded.role, sex = excluded.sex, age_band = excluded.age_band,"
                        + " language = excluded.language, zone = excluded.zone",
                agents,
                agent -> new Object[] {
                    agent.process().value(),
                    agent.agent().value(),
                    agent.organisation(),
                    agent.organisationKind(),
                    agent.role(),
                    agent.sex(),
                    agent.ageBand(),
                    agent.language(),
                    agent.zone()
                });
    }

    /** A roll is compared with the rolls of other years: their pages change with it. */
    private void siblings(List<RollPublished> rolls) {
        database.batch(
                "update read_model.process set revision = revision + 1, touched_at = clock_timestamp()"
                        + " where entity = ? and process <> ?",
                rolls,
                roll -> new Object[] {roll.entity().value(), roll.process().value()});
    }

    private static <F extends ProcessFact> List<F> of(List<Told<ProcessFact>> told, Class<F> kind) {
        return told.stream()
                .map(Told::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private String write(ProcessFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not writable: " + fact, impossible);
        }
    }

    private ProcessFact read(String kind, String body) {
        try {
            return (ProcessFact) json.readValue(body, KINDS.get(kind));
        } catch (JsonProcessingException changed) {
            throw new IllegalStateException("a stored fact of kind " + kind + " is not readable", changed);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> fact) {
        return fact.isSealed() ? Arrays.stream(fact.getPermittedSubclasses()).flatMap(Facts::leaves) : Stream.of(fact);
    }
}
