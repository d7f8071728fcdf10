package pe.minka.registry.body;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A body on the wire, as an act names it.
 *
 * @param act the resolution, ordinance or minutes that name it
 * @param organisation whose organ it is: a community's board or assembly; absent for a body of the entity itself
 * @param termFrom first day in office
 * @param termUntil last day in office
 */
@Schema(name = "BodyStatement")
record BodyRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String kind,
        @NotBlank @Size(min = 3, max = 200) String act,
        @Nullable LocalDate actDate,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull SeatView> seats,
        @Nullable UUID organisation,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termUntil) {

    BodyStatement of(EntityCode entity, @Nullable ProcessId process) {
        return new BodyStatement(
                entity,
                process,
                kind,
                act,
                actDate,
                seats.stream().map(SeatView::seat).toList(),
                organisation == null && termFrom == null && termUntil == null
                        ? null
                        : new OrganTerm(organisation, termFrom, termUntil));
    }
}
