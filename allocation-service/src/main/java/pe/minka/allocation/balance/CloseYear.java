package pe.minka.allocation.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.balance.YearEnd.Carried;
import pe.minka.allocation.balance.YearEnd.Outcome;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** A budget officer closes a fiscal year for an agreement; what is unspent goes on with its project. */
@ApplicationScoped
class CloseYear {

    private final Agreements agreements;
    private final CarryOvers carryOvers;
    private final Caller caller;
    private final Clock clock;

    CloseYear(Agreements agreements, CarryOvers carryOvers, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.carryOvers = carryOvers;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Carried close(UUID agreementId, FiscalYear year, Soles spent, String document) {
        var agreement = agreements.requireAlone(agreementId);
        caller.mustActFor(agreement.entity());
        if (Peru.dayOf(clock.instant()).getYear() <= year.value()) {
            throw Problem.conflict("fiscal-year-not-over")
                    .with("fiscalYear", year)
                    .toException();
        }
        var outcome = new YearEnd(agreement, carryOvers.of(agreementId)).close(year, spent, document);
        if (outcome instanceof Outcome.Closed closed) {
            carryOvers.add(agreementId, closed.carried(), clock.instant());
            return closed.carried();
        }
        throw problem(outcome, year).toException();
    }

    private static Problem problem(Outcome refused, FiscalYear year) {
        if (refused instanceof Outcome.OutOfOrder order) {
            return Problem.conflict("earlier-year-open").with("expected", order.expected());
        }
        if (refused instanceof Outcome.OverAvailable over) {
            return Problem.unprocessable("spent-over-available").with("available", over.available());
        }
        if (refused instanceof Outcome.NothingLeft) {
            return Problem.conflict("nothing-to-carry").with("fiscalYear", year);
        }
        return Problem.conflict("year-already-closed").with("fiscalYear", year);
    }
}
