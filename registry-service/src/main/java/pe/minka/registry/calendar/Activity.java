package pe.minka.registry.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One step of a process on its days.
 *
 * @param step its code in the regulation
 * @param endsOn the last day, the first one where it takes a single day
 */
@Schema(name = "CalendarActivity")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Activity(
        @NotBlank @Size(max = 60) String step,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @Nullable @Size(max = 200) String place) {}
