package pe.minka.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/**
 * A seat on the wire.
 *
 * @param name of an official or member, which is a public fact; absent for a vacancy or a protected identity
 * @param kind on whose behalf; staff where absent
 */
@Schema(name = "Seat")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatView(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String post,
        @Nullable @Size(max = 160) String name,
        @Nullable SeatKind kind,
        @Nullable SeatSex sex,
        @Nullable UUID organisation,
        @Nullable Boolean paid) {

    BodySeat seat() {
        return new BodySeat(
                post,
                name,
                Objects.requireNonNullElse(kind, SeatKind.STAFF),
                sex == null ? null : sex.name(),
                organisation,
                Boolean.TRUE.equals(paid));
    }

    static SeatView of(BodySeat seat) {
        var sex = seat.sex();
        return new SeatView(
                seat.post(),
                seat.name(),
                seat.kind(),
                sex == null ? null : SeatSex.valueOf(sex),
                seat.organisation(),
                seat.paid());
    }
}
