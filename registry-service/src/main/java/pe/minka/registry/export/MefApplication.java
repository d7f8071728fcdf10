package pe.minka.registry.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.territory.Entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects what the application asks for; empty values are no answer and count as missing. The amount is that of the
 * newest envelope of each purse, in soles.
 */
@ApplicationScoped
class MefApplication {

    private final EntityManager database;
    private final Entities entities;

    MefApplication(EntityManager database, Entities entities) {
        this.database = database;
        this.entities = entities;
    }

    /** @param missing fields of the group that nothing is on record for */
    record Group(String name, Map<String, String> fields, List<String> missing) {

        /** Of name and value in turn. */
        static Group of(String name, String... fields) {
            var there = new LinkedHashMap<String, String>();
            var missing = new ArrayList<String>();
            for (int i = 0; i < fields.length; i += 2) {
                if (fields[i + 1].isBlank() || fields[i + 1].equals("0")) {
                    missing.add(fields[i]);
                } else {
                    there.put(fields[i], fields[i + 1]);
                }
            }
            return new Group(name, there, missing);
        }
    }

    List<Group> of(CalledProcess process) {
        var entity = entities.known(process.entity());
        var rules = process.regulation().document();
        var ordinance = rules.path("ordinance");
        var counts = counts(process);
        return List.of(
                Group.of(
                        "ENTITY",
                        "sec_ejec",
                        process.entity().value(),
                        "nombre",
                        entity.name(),
                        "ubigeo",
                        process.territory().value(),
                        "anio",
                        counts.getOrDefault("FISCAL_YEAR", "")),
                Group.of(
                        "ORDINANCE",
                        "norma",
                        ordinance.path("kind").asText(),
                        "numero",
                        ordinance.path("number").asText(),
                        "fecha",
                        ordinance.path("date").asText(),
                        "convocatoria",
                        process.calledOn().toString()),
                Group.of("PLAN", "plan_adoptado", recorded(counts, "PLAN_ADOPTED"), "ejes", axes(process)),
                body("TECHNICAL_TEAM", "('TECHNICAL_TEAM')", process),
                body(
                        "COORDINATION_COUNCIL",
                        "('LOCAL_COORDINATION_COUNCIL', 'REGIONAL_COORDINATION_COUNCIL')",
                        process),
                Group.of(
                        "AGENTS",
                        "agentes",
                        counts.getOrDefault("AGENTS", ""),
                        "mujeres",
                        counts.getOrDefault("WOMEN", ""),
                        "organizaciones",
                        counts.getOrDefault("ORGANISATIONS", ""),
                        "padron_publicado",
                        counts.getOrDefault("ROLL", "")),
                Group.of(
                        "WORKSHOPS",
                        "talleres",
                        recorded(counts, "WORKSHOPS_HELD"),
                        "actas",
                        recorded(counts, "MINUTES_SEALED")),
                Group.of("RESULTS", "votaciones", recorded(counts, "ROUND_TALLIED")),
                Group.of("CRITERIA", "criterios", criteria(process)),
                Group.of(
                        "PROJECTS",
                        "seleccion",
                        recorded(counts, "PROJECTS_SELECTED"),
                        "cartera",
                        recorded(counts, "PORTFOLIO_MADE")),
                Group.of(
                        "AGREEMENTS",
                        "acta_de_acuerdos",
                        recorded(counts, "AGREEMENTS_SIGNED"),
                        "aprobaciones",
                        recorded(counts, "APPROVAL_RECORDED")),
                Group.of(
                        "AMOUNT",
                        "monto",
                        counts.getOrDefault("AMOUNT", ""),
                        "porcentaje",
                        counts.getOrDefault(
                                "SHARE", rules.path("share").path("percent").asText())),
                Group.of(
                        "VIGILANCE_COMMITTEE",
                        "eleccion",
                        recorded(counts, "ELECTION_PROCLAIMED/VIGILANCE_COMMITTEE"),
                        "integrantes",
                        counts.getOrDefault("VIGILANTS", "")));
    }

    private static String axes(CalledProcess process) {
        return titles(process, "/plan/axes");
    }

    private static String criteria(CalledProcess process) {
        return titles(process, "/scoring/criteria");
    }

    private static String titles(CalledProcess process, String pointer) {
        var titles = new ArrayList<String>();
        process.regulation()
                .document()
                .at(pointer)
                .forEach(item -> titles.add(item.path("title")
                        .path("es")
                        .asText(item.path("criterion").asText())));
        return String.join("; ", titles);
    }

    private static String recorded(Map<String, String> counts, String requirement) {
        return String.valueOf(counts.entrySet().stream()
                .filter(count ->
                        count.getKey().equals(requirement) || count.getKey().startsWith(requirement + "/"))
                .mapToInt(count -> Integer.parseInt(count.getValue()))
                .sum());
    }

    private Group body(String name, String kinds, CalledProcess process) {
        List<?> rows = database.createNativeQuery(
                        "select b.act, count(s.name) as members from body b left join body_seat s on s.body = b.id"
                                + " where b.entity = :entity and (b.process is null or b.process = :process) and b.kind in "
                                + kinds + " group by b.id, b.act, b.constituted_at order by b.constituted_at desc",
                        Tuple.class)
                .setParameter("entity", process.entity().value())
                .setParameter("process", process.id().value())
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> Group.of(
                        name, "acto", row.get("act", String.class), "integrantes", String.valueOf(row.get("members"))))
                .findFirst()
                .orElseGet(() -> Group.of(name, "acto", "", "integrantes", ""));
    }

    private Map<String, String> counts(CalledProcess process) {
        List<?> rows = database.createNativeQuery(
                        "select requirement as what, cast(count(*) as text) as many from evidence where process = :process group by 1"
                                + " union all select 'FISCAL_YEAR', cast(fiscal_year as text) from process where id = :process"
                                + " union all select 'AGENTS', cast(coalesce(sum(agents), 0) as text) from roll_cell where process = :process"
                                + " union all select 'WOMEN', cast(coalesce(sum(agents), 0) as text) from roll_cell where process = :process and sex = 'FEMALE'"
                                + " union all select 'ORGANISATIONS', cast(count(distinct organisation) as text) from agent"
                                + " where process = :process and state = 'ACCREDITED'"
                                + " union all select 'AMOUNT', cast(cast(sum(centimos) / 100.0 as numeric(20, 2)) as text)"
                                + " from told_envelope where process = :process having count(*) > 0"
                                + " union all select 'SHARE', min(share_percent) from told_envelope where process = :process"
                                + " having count(*) = 1"
                                + " union all select 'VIGILANTS', cast(elected as text) from told_election"
                                + " where process = :process and kind = 'VIGILANCE_COMMITTEE'"
                                + " union all select 'ROLL', cast(cast(published_at as date) as text) from roll where process = :process",
                        Tuple.class)
                .setParameter("process", process.id().value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("what", String.class), row -> row.get("many", String.class)));
    }
}
