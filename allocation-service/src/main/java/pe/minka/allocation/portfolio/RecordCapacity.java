package pe.minka.allocation.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;

import java.time.Clock;

/** The budget office records what was invested in a past year. */
@ApplicationScoped
class RecordCapacity {

    private final Capacities capacities;
    private final Caller caller;
    private final Clock clock;

    RecordCapacity(Capacities capacities, Caller caller, Clock clock) {
        this.capacities = capacities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CapacityRow record(EntityCode entity, FiscalYear year, Soles budget, Soles executed, String source) {
        caller.mustActFor(entity);
        return capacities.add(entity, year, budget, executed, source, clock.instant());
    }
}
