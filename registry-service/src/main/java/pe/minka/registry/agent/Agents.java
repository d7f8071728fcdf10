package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.WriteBehind;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agents of the processes. The constraints of the table decide who stands on a roll, and how often. */
@ApplicationScoped
public class Agents {

    private static final WriteBehind.Writing INSERT = WriteBehind.Writing.insert(
            WriteBehind.Table.AGENT,
            "agent (id, process, entity, person, organisation, role, sex, age_band, language, zone,"
                    + " voice, vote, sole_vote, credential, protected_identity, state, accredited_at, accredited_by)",
            "uuid",
            "uuid",
            "text",
            "uuid",
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "text",
            "boolean",
            "boolean",
            "boolean",
            "text",
            "boolean",
            "text",
            "timestamptz",
            "text");

    private final EntityManager database;
    private final Statements statements;
    private final WriteBehind later;
    private final RollFigures figures;

    Agents(EntityManager database, Statements statements, WriteBehind later, RollFigures figures) {
        this.database = database;
        this.statements = statements;
        this.later = later;
        this.figures = figures;
    }

    /** A row of the table; {@code false} where a constraint keeps it out. */
    boolean add(AgentAccredited agent, UUID person, Credential credential, Terms terms) {
        boolean free = later.isFree(person) && cannotMeetAnother(agent, terms);
        later.noteTaken(person);
        if (agent.organisation() != null) {
            later.noteTaken(agent.organisation());
        }
        if (free) {
            addLater(agent, person, credential, terms);
            return true;
        }
        later.settleAll();
        return database.createNativeQuery(
                                "insert into agent (id, process, entity, person, organisation, role, sex, age_band, language, zone,"
                                        + " voice, vote, sole_vote, credential, protected_identity, state, accredited_at, accredited_by)"
                                        + " values (:id, :process, :entity, :person, cast(:organisation as uuid), :role, :sex, :age, :language,"
                                        + " cast(:zone as text), :voice, :vote, :soleVote, :credential, :protected, 'ACCREDITED', :now, :by)"
                                        + " on conflict do nothing")
                        .setParameter("id", agent.agent().value())
                        .setParameter("process", agent.process().value())
                        .setParameter("entity", agent.entity().value())
                        .setParameter("person", person)
                        .setParameter(
                                "organisation",
                                agent.organisation() == null
                                        ? null
                                        : agent.organisation().toString())
                        .setParameter("role", agent.role().name())
                        .setParameter("sex", agent.sex().name())
                        .setParameter("age", agent.ageBand())
                        .setParameter("language", agent.language())
                        .setParameter("zone", agent.zone())
                        .setParameter("voice", agent.voice())
                        .setParameter("vote", agent.vote())
                        .setParameter("soleVote", terms.soleVote())
                        .setParameter("credential", credential.code())
                        .setParameter("protected", terms.protectedIdentity())
                        .setParameter("now", OffsetDateTime.ofInstant(terms.at(), ZoneOffset.UTC))
                        .setParameter("by", terms.by())
                        .executeUpdate()
                == 1;
    }

    /**
     * Looks at once for what stands on the roll of many people and organisations, so that {@link #add} and {@link
     * #accredited} need not look for each.
     */
    void lookUp(ProcessId process, List<UUID> people, List<UUID> organisations) {
        people.forEach(later::noteFree);
        organisations.forEach(later::noteFree);
        statements
                .list(
                        "select person from agent where process = ? and state = 'ACCREDITED' and person = any(?)"
                                + " union all select organisation from agent"
                                + " where process = ? and state = 'ACCREDITED' and organisation = any(?)",
                        row -> row.getObject(1, UUID.class),
                        process,
                        people.toArray(UUID[]::new),
                        process,
                        organisations.toArray(UUID[]::new))
                .forEach(later::noteTaken);
    }

    /** Whether no row of the roll can stand against it by the organisation's one vote. */
    private boolean cannotMeetAnother(AgentAccredited agent, Terms terms) {
        var organisation = agent.organisation();
        return !terms.soleVote() || organisation == null || later.isFree(organisation);
    }

    private void addLater(AgentAccredited agent, UUID person, Credential credential, Terms terms) {
        var organisation = agent.organisation();
        later.later(
                INSERT,
                organisation == null ? List.of(person) : List.of(person, List.of("delegation", organisation)),
                agent.agent().value(),
                agent.process().value(),
                agent.entity().value(),
                person,
                organisation,
                agent.role().name(),
                agent.sex().name(),
                agent.ageBand(),
                agent.language(),
                agent.zone(),
                agent.voice(),
                agent.vote(),
                terms.soleVote(),
                credential.code(),
                terms.protectedIdentity(),
                AgentState.ACCREDITED,
                terms.at(),
                terms.by());
    }

    /**
     * What stands beside the coarse facts of an agent.
     *
     * @param soleVote whether the organisation has one vote, and so one principal
     * @param by the account that accredited
     */
    record Terms(boolean soleVote, boolean protectedIdentity, Instant at, String by) {}

    Agent get(ProcessId process, AgentId id) {
        return Optional.ofNullable(database.find(Agent.class, id.value()))
                .filter(agent -> agent.process().equals(process))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** Read anew and held, so that two registrars do not end the same accreditation. */
    Agent getForChange(ProcessId process, AgentId id) {
        var agent = get(process, id);
        database.refresh(agent, LockModeType.PESSIMISTIC_WRITE);
        return agent;
    }

    boolean accredited(ProcessId process, UUID person) {
        if (later.isFree(person)) {
            return false;
        }
        later.settle(person);
        return !database.createQuery(
                        "select id from Agent where process = :process and person = :person and state = :accredited",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("person", person)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .isEmpty();
    }

    /**
     * The open processes that count on the person: where it is accredited, and where it was when the roll was published,
     * for it may have voted and must be known if it comes again. A process is over when each of its phases is closed.
     */
    List<ProcessId> openProcessesOf(UUID person) {
        List<?> ids = database.createNativeQuery(
                        "select distinct a.process from agent a left join roll r on r.process = a.process"
                                + " where a.person = :person and (a.state = 'ACCREDITED' or a.ended_at >= r.published_at)"
                                + " and exists (select 1 from phase f where f.process = a.process and f.state <> 'CLOSED')"
                                + " order by 1",
                        UUID.class)
                .setParameter("person", person)
                .getResultList();
        return ids.stream().map(id -> new ProcessId((UUID) id)).toList();
    }

    /** The processes that are not over and for which a person was named to evaluate. */
    List<ProcessId> evaluations(UUID person) {
        List<?> ids = database.createNativeQuery(
                        "select distinct e.process from evaluator e where e.person = :person"
                                + " and exists (select 1 from phase f where f.process = e.process and f.state <> 'CLOSED')"
                                + " order by 1",
                        UUID.class)
                .setParameter("person", person)
                .getResultList();
        return ids.stream().map(id -> new ProcessId((UUID) id)).toList();
    }

    /** As whom a person is on the roll. */
    Optional<AgentId> accreditedAs(ProcessId process, UUID person) {
        return database.createQuery(
                        "select id from Agent where process = :process and person = :person and state = :accredited",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("person", person)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultStream()
                .findFirst()
                .map(AgentId::new);
    }

    List<Agent> list(ProcessId process, @Nullable UUID after, int limit) {
        return database.createQuery("from Agent where process = :process and id > :after order by id", Agent.class)
                .setParameter("process", process)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those among the given ids who are accredited agents of the process. */
    public List<AgentId> accreditedAmong(ProcessId process, List<AgentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database
                .createQuery(
                        "select id from Agent where process = :process and state = :accredited and id in :ids",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("accredited", AgentState.ACCREDITED)
                .setParameter("ids", ids.stream().map(AgentId::value).toList())
                .getResultList()
                .stream()
                .map(AgentId::new)
                .toList();
    }

    /** The accredited agent who holds each of the credentials; a credential that nobody holds is absent. */
    public Map<Credential, AgentId> holding(ProcessId process, Collection<Credential> credentials) {
        var holders = new HashMap<Credential, AgentId>();
        database.createNativeQuery(
                        "select credential, id from agent where process = :process and state = 'ACCREDITED'"
                                + " and credential = any(cast(:codes as text[]))",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter(
                        "codes", credentials.stream().map(Credential::code).toArray(String[]::new))
                .getResultList()
                .forEach(row -> holders.put(
                        new Credential(((Tuple) row).get(0, String.class)),
                        new AgentId(((Tuple) row).get(1, UUID.class))));
        return holders;
    }

    /** Accredited principals of an organisation by sex. */
    Map<Sex, Integer> delegation(ProcessId process, UUID organisation) {
        later.settle(List.of("delegation", organisation));
        var bySex = new HashMap<Sex, Integer>();
        database.createQuery(
                        "select sex, count(*) from Agent where process = :process and organisation = :organisation"
                                + " and role = :principal and state = :accredited group by sex",
                        Tuple.class)
                .setParameter("process", process)
                .setParameter("organisation", organisation)
                .setParameter("principal", AgentRole.PRINCIPAL)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .forEach(row ->
                        bySex.put(row.get(0, Sex.class), row.get(1, Long.class).intValue()));
        return bySex;
    }

    /** All accredited agents of an organisation. */
    List<AgentId> accreditedOf(ProcessId process, UUID organisation) {
        return database
                .createQuery(
                        "select id from Agent where process = :process and organisation = :organisation and state = :accredited order by id",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("organisation", organisation)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .stream()
                .map(AgentId::new)
                .toList();
    }

    /** Accredited alternates of an organisation. */
    int alternates(ProcessId process, UUID organisation) {
        later.settle(List.of("delegation", organisation));
        return database.createQuery(
                        "select count(*) from Agent where process = :process and organisation = :organisation"
                                + " and role = :alternate and state = :accredited",
                        Long.class)
                .setParameter("process", process)
                .setParameter("organisation", organisation)
                .setParameter("alternate", AgentRole.ALTERNATE)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getSingleResult()
                .intValue();
    }

    /** Accredited principals of each organisation by sex. */
    Map<UUID, Map<Sex, Integer>> delegations(ProcessId process) {
        var delegations = new HashMap<UUID, Map<Sex, Integer>>();
        database.createQuery(
                        "select organisation, sex, count(*) from Agent where process = :process"
                                + " and role = :principal and state = :accredited group by organisation, sex",
                        Tuple.class)
                .setParameter("process", process)
                .setParameter("principal", AgentRole.PRINCIPAL)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .forEach(row -> delegations
                        .computeIfAbsent(row.get(0, UUID.class), each -> new HashMap<>())
                        .put(row.get(1, Sex.class), row.get(2, Long.class).intValue()));
        return delegations;
    }

    /** Who the accredited agents are, counted as they stand now. */
    Composition composition(ProcessId process) {
        return figures.of(process).composition();
    }

    /** The same by each coarse fact. */
    RollFigures.Figures figures(ProcessId process) {
        return figures.of(process);
    }

    void handedIn(AgentId agent, Instant at) {
        database.createNativeQuery("update agent set applied_at = :at where id = :id")
                .setParameter("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .setParameter("id", agent.value())
                .executeUpdate();
    }

    /** How long those waited of whom it is known when they applied, shortest first. */
    List<Duration> waits(ProcessId process) {
        List<?> seconds = database.createNativeQuery(
                        "select cast(extract(epoch from accredited_at - applied_at) as bigint) from agent"
                                + " where process = :process and applied_at is not null order by 1")
                .setParameter("process", process.value())
                .getResultList();
        return seconds.stream()
                .map(each -> Duration.ofSeconds(((Number) each).longValue()))
                .toList();
    }

    void flush() {
        database.flush();
    }
}
