package pe.minka.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A body on the wire.
 *
 * @param process absent for a standing body of the entity
 * @param composition seats by kind and by sex
 * @param organisation whose organ it is; absent for a body of the entity itself
 * @param foreseen what the regulation foresees for such a body; absent where it has no rule of seats for it
 */
@Schema(name = "Body")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BodyView(
        UUID body,
        EntityCode entity,
        @Nullable ProcessId process,
        String kind,
        String act,
        @Nullable LocalDate actDate,
        Instant constitutedAt,
        List<SeatView> seats,
        Map<String, Integer> composition,
        @Nullable ForeseenSeats foreseen,
        @Nullable UUID organisation,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termUntil) {

    static BodyView of(Body body, @Nullable ForeseenSeats foreseen) {
        return new BodyView(
                body.id(),
                body.entity(),
                body.process(),
                body.kind(),
                body.act(),
                body.actDate(),
                body.constitutedAt(),
                body.seats().stream().map(SeatView::of).toList(),
                body.composition(),
                foreseen,
                body.organisation(),
                body.termFrom(),
                body.termUntil());
    }
}
