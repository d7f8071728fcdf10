package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The agents of the processes. The constraints of the table decide who stands on a roll, and how often. */
@ApplicationScoped
public class Agents {

    private final EntityManager database;

    Agents(EntityManager database) {
        this.database = database;
    }

    /** A row of the table; {@code false} where a constraint keeps it out. */
    boolean add(AgentAccredited agent, UUID person, Credential credential, Terms terms) {
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
        return !database.createQuery(
                        "select id from Agent where process = :process and person = :person and state = :accredited",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("person", person)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .isEmpty();
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

    /** The accredited agent who holds a credential. */
    public Optional<AgentId> holding(ProcessId process, Credential credential) {
        return database.createQuery(
                        "select id from Agent where process = :process and credential = :credential and state = :accredited",
                        UUID.class)
                .setParameter("process", process)
                .setParameter("credential", credential.code())
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultStream()
                .findFirst()
                .map(AgentId::new);
    }

    /** Accredited principals of an organisation by sex. */
    Map<Sex, Integer> delegation(ProcessId process, UUID organisation) {
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

    /** Who the accredited agents are, counted in one pass. */
    Composition composition(ProcessId process) {
        var row = (Tuple) database.createNativeQuery(
                        "select count(*) as agents, count(*) filter (where a.sex = 'FEMALE') as women,"
                                + " count(distinct a.organisation) as organisations,"
                                + " count(*) filter (where a.age_band = '18-29') as youth,"
                                + " count(*) filter (where a.age_band = '60+') as older,"
                                + " count(*) filter (where o.kind in ('PEASANT_COMMUNITY', 'NATIVE_COMMUNITY')) as communities,"
                                + " count(*) filter (where o.kind = 'NEIGHBOURHOOD_BOARD') as neighbourhoods,"
                                + " count(*) filter (where o.kind in ('WOMENS_ORGANISATION', 'GLASS_OF_MILK_COMMITTEE', 'COMMUNAL_KITCHEN')) as womens,"
                                + " count(*) filter (where a.language not in ('es', 'en')) as original,"
                                + " count(*) filter (where o.kind = 'UNORGANISED_CITIZENS') as unorganised,"
                                + " count(*) filter (where o.sector = 'CIVIL_SOCIETY') as civil"
                                + " from agent a left join organisation o on o.id = a.organisation"
                                + " where a.process = :process and a.state = 'ACCREDITED'",
                        Tuple.class)
                .setParameter("process", process.value())
                .getSingleResult();
        int agents = number(row, "agents");
        int women = number(row, "women");
        return new Composition(
                agents,
                women,
                agents - women,
                number(row, "organisations"),
                Map.of(
                        "WOMEN", women,
                        "MEN", agents - women,
                        "YOUTH", number(row, "youth"),
                        "OLDER_PERSONS", number(row, "older"),
                        "PEASANT_AND_NATIVE_COMMUNITIES", number(row, "communities"),
                        "NEIGHBOURHOODS", number(row, "neighbourhoods"),
                        "WOMENS_ORGANISATIONS", number(row, "womens"),
                        "ORIGINAL_LANGUAGE_SPEAKERS", number(row, "original"),
                        "UNORGANISED_CITIZENS", number(row, "unorganised"),
                        "CIVIL_SOCIETY", number(row, "civil")));
    }

    private static int number(Tuple row, String column) {
        return ((Number) row.get(column)).intValue();
    }

    /** Accredited agents by one coarse fact. */
    Map<String, Integer> countBy(ProcessId process, Fact fact) {
        var counts = new TreeMap<String, Integer>();
        database.createNativeQuery(
                        "select coalesce(" + fact.column + ", 'NONE') as fact, count(*) as agents"
                                + " from agent a left join organisation o on o.id = a.organisation"
                                + " where a.process = :process and a.state = 'ACCREDITED' group by 1",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList()
                .forEach(row -> counts.put(((Tuple) row).get("fact", String.class), number((Tuple) row, "agents")));
        return counts;
    }

    /** What agents are counted by in public. */
    enum Fact {
        ORGANISATION_KIND("o.kind"),
        SECTOR("o.sector"),
        ROLE("a.role"),
        AGE_BAND("a.age_band"),
        LANGUAGE("a.language"),
        ZONE("a.zone");

        private final String column;

        Fact(String column) {
            this.column = column;
        }
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
