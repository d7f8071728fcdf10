package pe.minka.allocation.balance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.balance.YearEnd.Carried;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The balances of all agreements. */
@ApplicationScoped
class CarryOvers {

    private final Statements statements;

    CarryOvers(Statements statements) {
        this.statements = statements;
    }

    List<Carried> of(UUID agreement) {
        return statements.list(
                "select from_year, available, spent, balance, document from carry_over where agreement = ?"
                        + " order by from_year",
                row -> new Carried(
                        new FiscalYear(row.getInt(1)),
                        new Soles(row.getLong(2)),
                        new Soles(row.getLong(3)),
                        new Soles(row.getLong(4)),
                        row.getString(5)),
                agreement);
    }

    void add(UUID agreement, Carried carried, Instant now) {
        statements.execute(
                "insert into carry_over (agreement, from_year, available, spent, balance, document, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                agreement,
                carried.fromYear(),
                carried.available(),
                carried.spent(),
                carried.balance(),
                carried.document(),
                now);
    }
}
