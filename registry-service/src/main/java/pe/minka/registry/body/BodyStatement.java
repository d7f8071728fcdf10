package pe.minka.registry.body;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What an act says of the body that it names. */
record BodyStatement(
        EntityCode entity,
        @Nullable ProcessId process,
        String kind,
        String act,
        @Nullable LocalDate actDate,
        List<BodySeat> seats,
        @Nullable OrganTerm organ) {

    Body body(Instant now) {
        return new Body(entity, process, kind, act, actDate, seats, organ, now);
    }
}
