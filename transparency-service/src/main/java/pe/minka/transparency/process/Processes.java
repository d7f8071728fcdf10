package pe.minka.transparency.process;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.SmallCells;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.finding.Findings;
import pe.minka.transparency.process.ProcessPicture.Surroundings;
import pe.minka.transparency.process.PublicProcess.Cell;
import pe.minka.transparency.process.PublicProcess.Entity;
import pe.minka.transparency.process.PublicProcess.Group;
import pe.minka.transparency.process.PublicProcess.Territory;
import pe.minka.transparency.process.PublicProcess.YearOfRoll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All processes that were called, as anyone may see them. */
@ApplicationScoped
public class Processes {

    private final Statements database;
    private final Facts facts;
    private final Findings findings;
    private final int smallestCell;

    Processes(
            Statements database,
            Facts facts,
            Findings findings,
            @ConfigProperty(name = "minka.statistics.smallest-cell", defaultValue = "5") int smallestCell) {
        this.database = database;
        this.facts = facts;
        this.findings = findings;
        this.smallestCell = smallestCell;
    }

    public Optional<PublicProcess> find(ProcessId process) {
        var known = new FactSet(facts.of(process));
        return ProcessPicture.of(known, around(process));
    }

    /** Changes whenever anything that is shown of the process changes; empty where there is nothing to show. */
    public Optional<String> stamp(ProcessId process) {
        return database.find(
                "select g.generation || '.' || p.revision || '.'"
                        + " || coalesce((select sum(f.version) from finding f where f.process = p.process), 0) from read_model.process p, read_model_generation g"
                        + " where p.process = ? and p.called",
                row -> row.getString(1),
                process.value());
    }

    /** @param text part of the name of the process, the entity or its places; case and accents do not count */
    public record Wanted(
            @Nullable Ubigeo ubigeo,
            @Nullable EntityCode entity,
            @Nullable Integer year,
            @Nullable String text) {}

    /** The newest fiscal year first. */
    public List<ListedProcess> list(Wanted wanted, @Nullable String after, int limit) {
        var sql = new StringBuilder(
                "select p.process, p.name, p.entity, e.name, p.ubigeo, e.region, e.province, e.district, p.fiscal_year"
                        + " from read_model.process p left join read_model.entity e using (entity) where p.called");
        var parameters = new ArrayList<@Nullable Object>();
        if (wanted.ubigeo() != null) {
            sql.append(" and p.ubigeo like ?");
            parameters.add(wanted.ubigeo().value() + "%");
        }
        if (wanted.entity() != null) {
            sql.append(" and p.entity = ?");
            parameters.add(wanted.entity().value());
        }
        if (wanted.year() != null) {
            sql.append(" and p.fiscal_year = ?");
            parameters.add(wanted.year());
        }
        if (wanted.text() != null && !wanted.text().isBlank()) {
            sql.append(" and translate(lower(concat_ws(' ', p.name, e.name, e.region, e.province, e.district)),"
                    + " 'áéíóúüñ', 'aeiouun') like translate(lower(?), 'áéíóúüñ', 'aeiouun')");
            parameters.add("%" + wanted.text().strip().replaceAll("[%_\\\\]", "") + "%");
        }
        if (after != null) {
            var key = ListedProcess.Key.of(after);
            sql.append(" and (p.fiscal_year < ? or (p.fiscal_year = ? and p.process > ?))");
            parameters.addAll(List.of(key.year(), key.year(), key.process()));
        }
        sql.append(" order by p.fiscal_year desc, p.process limit ?");
        parameters.add(limit);
        return database.list(sql.toString(), Processes::listed, parameters.toArray());
    }

    /** What orders the list, for its cursor. */
    public static Object keyOf(ListedProcess process) {
        return process.key();
    }

    private static ListedProcess listed(ResultSet row) throws SQLException {
        return new ListedProcess(
                new ProcessId(row.getObject(1, UUID.class)),
                row.getString(2),
                new EntityCode(row.getString(3)),
                row.getString(4),
                new Ubigeo(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9));
    }

    private Surroundings around(ProcessId process) {
        return new Surroundings(
                entity(process), territory(process), groups(process), history(process), findings.of(process));
    }

    private @Nullable Entity entity(ProcessId process) {
        return database.find(
                        "select e.entity, e.name, e.kind, e.population from read_model.entity e"
                                + " join read_model.process p using (entity) where p.process = ?",
                        row -> new Entity(
                                new EntityCode(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, Integer.class)),
                        process.value())
                .orElse(null);
    }

    private @Nullable Territory territory(ProcessId process) {
        return database.find(
                        "select p.ubigeo, e.region, e.province, e.district from read_model.entity e"
                                + " join read_model.process p using (entity) where p.process = ? and p.ubigeo is not null",
                        row -> new Territory(
                                new Ubigeo(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                        process.value())
                .orElse(null);
    }

    private List<Group> groups(ProcessId process) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        database.list(
                "select g.by, g.value, count(*) from read_model.agent a left join read_model.organisation o using (organisation)"
                        + " cross join lateral (values ('AGE_BAND', a.age_band), ('LANGUAGE', a.language), ('ZONE', a.zone),"
                        + " ('ORGANISATION_KIND', a.organisation_kind), ('SECTOR', o.sector)) g (by, value)"
                        + " where a.process = ? and a.active and g.value is not null group by 1, 2",
                row -> counts.computeIfAbsent(row.getString(1), by -> new TreeMap<>())
                        .put(row.getString(2), row.getInt(3)),
                process.value());
        return counts.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        SmallCells.publish(group.getValue(), smallestCell).stream()
                                .map(cell -> new Cell(cell.key(), cell.count(), cell.count() == null))
                                .toList()))
                .toList();
    }

    private List<YearOfRoll> history(ProcessId process) {
        return RollHistory.of(database.list(
                "select p.process, p.fiscal_year, (f.body ->> 'agents')::int, (f.body ->> 'women')::int, (f.body ->> 'men')::int"
                        + " from read_model.process p join read_model.fact f using (process)"
                        + " where f.kind = 'RollPublished' and p.called"
                        + " and p.entity = (select entity from read_model.process where process = ?)",
                row -> new RollHistory.Roll(
                        new ProcessId(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class)),
                process.value()));
    }
}
