package pe.minka.registry.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The roll in figures, from cells that the database keeps as agents come and go: no pass over the agents. */
@ApplicationScoped
class RollFigures {

    /** What agents are counted by in public. */
    enum Fact {
        SEX("sex"),
        ORGANISATION_KIND("organisation_kind"),
        SECTOR("sector"),
        ROLE("role"),
        AGE_BAND("age_band"),
        LANGUAGE("language"),
        ZONE("zone");

        private final String column;

        Fact(String column) {
            this.column = column;
        }
    }

    /** Past so many cells of a process the next reader sums them up. */
    private static final int MANY = 2_000;

    private static final long ONE_AT_A_TIME = 0x6d696e6b6121L;
    private static final String COLUMNS = "process, sex, role, age_band, language, zone, organisation_kind, sector";
    private static final String QUERY = query();

    private final EntityManager database;

    RollFigures(EntityManager database) {
        this.database = database;
    }

    /** One statement, so that all figures are of one moment. */
    private static String query() {
        var query = new StringBuilder("with cell as materialized (select sex, role, age_band, language, zone,"
                + " organisation_kind, sector, sum(agents) as agents, count(*) as cells from roll_cell"
                + " where process = :process group by 1, 2, 3, 4, 5, 6, 7)"
                + " select 'ORGANISATIONS' as fact, '' as key, count(*) as agents from (select 1 from agent"
                + " where process = :process and state = 'ACCREDITED' and organisation is not null group by organisation) each"
                + " union all select 'CELLS', '', coalesce(sum(cells), 0) from cell");
        for (Fact fact : Fact.values()) {
            query.append(" union all select '")
                    .append(fact)
                    .append("', coalesce(")
                    .append(fact.column)
                    .append(", 'NONE'), sum(agents) from cell group by 2 having sum(agents) <> 0");
        }
        return query.toString();
    }

    /**
     * Accredited agents, counted.
     *
     * @param organisations that they represent
     * @param by each fact with its values in order
     */
    record Figures(int organisations, Map<Fact, Map<String, Integer>> by) {

        Map<String, Integer> of(Fact fact) {
            return Objects.requireNonNullElse(by.get(fact), Map.of());
        }

        /** Shares and groups, as quotas ask for them. */
        Composition composition() {
            int women = count(Fact.SEX, Set.of("FEMALE"));
            int men = count(Fact.SEX, Set.of("MALE"));
            var languages = of(Fact.LANGUAGE);
            return new Composition(
                    women + men,
                    women,
                    men,
                    organisations,
                    Map.of(
                            "WOMEN", women,
                            "MEN", men,
                            "YOUTH", count(Fact.AGE_BAND, Set.of("18-29")),
                            "OLDER_PERSONS", count(Fact.AGE_BAND, Set.of("60+")),
                            "PEASANT_AND_NATIVE_COMMUNITIES",
                                    count(Fact.ORGANISATION_KIND, Set.of("PEASANT_COMMUNITY", "NATIVE_COMMUNITY")),
                            "NEIGHBOURHOODS", count(Fact.ORGANISATION_KIND, Set.of("NEIGHBOURHOOD_BOARD")),
                            "WOMENS_ORGANISATIONS",
                                    count(
                                            Fact.ORGANISATION_KIND,
                                            Set.of(
                                                    "WOMENS_ORGANISATION",
                                                    "GLASS_OF_MILK_COMMITTEE",
                                                    "COMMUNAL_KITCHEN")),
                            "ORIGINAL_LANGUAGE_SPEAKERS",
                                    women + men - languages.getOrDefault("es", 0) - languages.getOrDefault("en", 0),
                            "UNORGANISED_CITIZENS", count(Fact.ORGANISATION_KIND, Set.of("UNORGANISED_CITIZENS")),
                            "CIVIL_SOCIETY", count(Fact.SECTOR, Set.of("CIVIL_SOCIETY"))));
        }

        private int count(Fact fact, Set<String> keys) {
            return of(fact).entrySet().stream()
                    .filter(count -> keys.contains(count.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Who the accredited agents are, counted as they stand now. */
    Figures of(ProcessId process) {
        var by = new EnumMap<Fact, Map<String, Integer>>(Fact.class);
        int organisations = 0;
        int cells = 0;
        List<?> rows = database.createNativeQuery(QUERY, Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        for (Object each : rows) {
            var row = (Tuple) each;
            int agents = ((Number) row.get("agents")).intValue();
            var fact = row.get("fact", String.class);
            switch (fact) {
                case "ORGANISATIONS" -> organisations = agents;
                case "CELLS" -> cells = agents;
                default ->
                    by.computeIfAbsent(Fact.valueOf(fact), none -> new TreeMap<>())
                            .put(row.get("key", String.class), agents);
            }
        }
        if (cells > MANY) {
            // on the reader's own connection: a second one is not to be had while many read at once
            QuarkusTransaction.joiningExisting().run(() -> sumUp(process));
        }
        return new Figures(organisations, by);
    }

    /** The same of some accredited agents only, from their own rows. */
    Figures of(ProcessId process, Collection<AgentId> agents) {
        var by = new EnumMap<Fact, Map<String, Integer>>(Fact.class);
        var organisations = new HashSet<UUID>();
        database.createNativeQuery(
                        "select a.sex, a.role, a.age_band, a.language, a.zone, a.organisation, o.kind as organisation_kind, o.sector"
                                + " from agent a left join organisation o on o.id = a.organisation"
                                + " where a.process = :process and a.state = 'ACCREDITED' and a.id = any(cast(:ids as uuid[]))",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("ids", agents.stream().map(AgentId::value).toArray(UUID[]::new))
                .getResultList()
                .forEach(each -> {
                    var row = (Tuple) each;
                    var organisation = row.get("organisation", UUID.class);
                    if (organisation != null) {
                        organisations.add(organisation);
                    }
                    for (Fact fact : Fact.values()) {
                        by.computeIfAbsent(fact, none -> new TreeMap<>())
                                .merge(
                                        Objects.requireNonNullElse(row.get(fact.column, String.class), "NONE"),
                                        1,
                                        Integer::sum);
                    }
                });
        return new Figures(organisations.size(), by);
    }

    /** Many cells become few; whoever reads meanwhile sees the one or the other, and the same sums. */
    void sumUp(ProcessId process) {
        var mine = (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", ONE_AT_A_TIME)
                .getSingleResult();
        if (!mine) {
            return;
        }
        database.createNativeQuery("with gone as (delete from roll_cell where process = :process returning *)"
                        + " insert into roll_cell select " + COLUMNS + ", sum(agents) from gone group by " + COLUMNS
                        + " having sum(agents) <> 0")
                .setParameter("process", process.value())
                .executeUpdate();
    }
}
