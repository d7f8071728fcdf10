package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.compliance.HearExpenditureRecorded.ExpenditureRecorded;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Adds up what was executed for an agreement. */
@ApplicationScoped
class HearExpenditureRecorded implements EventHandler<ExpenditureRecorded> {

    private final Fulfilments fulfilments;

    HearExpenditureRecorded(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record ExpenditureRecorded(@Nullable UUID agreement, String phase, Soles amount) {}

    @Override
    public String type() {
        return "minka.execution.expenditure-recorded.v1";
    }

    @Override
    public Class<ExpenditureRecorded> payload() {
        return ExpenditureRecorded.class;
    }

    @Override
    public void on(ExpenditureRecorded event, EventMetadata metadata) {
        if (event.agreement() == null) {
            return;
        }
        fulfilments.findByIdOptional(event.agreement()).ifPresent(row -> {
            if (event.phase().equals("ACCRUED")) {
                row.accrued = row.accrued.plus(event.amount());
            } else if (event.phase().equals("DISBURSED")) {
                row.disbursed = row.disbursed.plus(event.amount());
            }
        });
    }
}
