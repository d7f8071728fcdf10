package pe.minka.allocation.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What entities invested in past years. */
@ApplicationScoped
class Capacities implements PanacheRepositoryBase<CapacityRow, UUID> {

    /** Of each year the row that stands, the newest year first. */
    List<CapacityRow> standing(EntityCode entity) {
        var newest = new TreeMap<FiscalYear, CapacityRow>(Comparator.reverseOrder());
        list("entity = ?1 order by sequence", entity).forEach(row -> newest.put(row.fiscalYear, row));
        return List.copyOf(newest.values());
    }

    /** How a portfolio fits what was carried out in the years before its first. */
    ExecutionCapacity of(PortfolioRow portfolio, int years) {
        var programmed = new TreeMap<FiscalYear, Soles>();
        programmed.put(portfolio.firstYear, Soles.ZERO);
        portfolio.entries.forEach(entry -> programmed.merge(entry.year, entry.amount, Soles::plus));
        return ExecutionCapacity.of(
                programmed,
                standing(portfolio.entity).stream()
                        .filter(row -> row.fiscalYear.compareTo(portfolio.firstYear) < 0)
                        .limit(years)
                        .map(row -> row.executed)
                        .toList());
    }

    /** A correction is a further row; both are kept. */
    CapacityRow add(EntityCode entity, FiscalYear year, Soles budget, Soles executed, String source, Instant at) {
        var row = new CapacityRow();
        row.id = UUID.randomUUID();
        row.entity = entity;
        row.fiscalYear = year;
        row.sequence = (int) count("entity = ?1 and fiscalYear = ?2", entity, year) + 1;
        row.budget = budget;
        row.executed = executed;
        row.source = source;
        row.recordedAt = at;
        persist(row);
        return row;
    }
}
