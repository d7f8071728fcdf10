package pe.minka.allocation.bank;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.problem.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The project lists of all entities. */
@ApplicationScoped
public class ProjectLists implements PanacheRepositoryBase<ProjectListRow, UUID> {

    /** Two projects of different entities that answer the same problem. */
    public record SharedProblem(
            String problem,
            EntityCode entity,
            String name,
            Soles cost,
            EntityCode other,
            String otherName,
            Soles otherCost) {}

    ProjectListRow require(UUID list) {
        return findByIdOptional(list).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The newest list of each area of an entity for a year. */
    List<ProjectListRow> standing(EntityCode entity, FiscalYear year) {
        var newest = new LinkedHashMap<String, ProjectListRow>();
        list("entity = ?1 and fiscalYear = ?2 order by recordedAt", entity, year)
                .forEach(row -> newest.put(row.kind + " " + row.area, row));
        return List.copyOf(newest.values());
    }

    /** Problems that projects of this entity and of others answer in the same year, once for each pair of entities. */
    public List<SharedProblem> sharedProblems(EntityCode entity, FiscalYear year) {
        var found = new LinkedHashMap<List<Object>, SharedProblem>();
        for (var own : standing(entity, year)) {
            for (var entry : own.entries) {
                if (entry.problem != null) {
                    others(entity, year, entry)
                            .forEach(shared -> found.putIfAbsent(List.of(entry.subject, shared.other()), shared));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<SharedProblem> others(EntityCode entity, FiscalYear year, ProjectListRow.EntryColumns entry) {
        return list(
                        "select distinct l from ProjectListRow l join l.entries e where l.entity <> ?1"
                                + " and l.fiscalYear = ?2 and e.subject = ?3 and e.problem is not null order by l.recordedAt desc",
                        entity,
                        year,
                        entry.subject)
                .stream()
                .filter(row -> standing(row.entity, year).stream().anyMatch(stands -> stands.id.equals(row.id)))
                .flatMap(row -> row.entries.stream()
                        .filter(other -> other.problem != null && other.subject.equals(entry.subject))
                        .map(other -> new SharedProblem(
                                String.valueOf(entry.problem),
                                entity,
                                entry.name,
                                entry.cost,
                                row.entity,
                                other.name,
                                other.cost)))
                .toList();
    }
}
