package pe.minka.registry.feast;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;
import pe.minka.registry.regulation.Regulations;

import java.time.LocalDate;
import java.util.List;

/** The feast days of a year. */
@Path("/v1/feast-days/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regulations")
class FeastDayResource {

    private final Regulations regulations;
    private final ProblemTexts languages;

    FeastDayResource(Regulations regulations, ProblemTexts languages) {
        this.regulations = regulations;
        this.languages = languages;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeastDay")
    record FeastDayView(LocalDate date, String title, String law) {}

    @Schema(name = "FeastDays")
    record FeastDaysView(int year, List<FeastDayView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getFeastDays",
            summary = "Feast days of a year",
            description =
                    "National holidays by law with the movable feasts, and those that a regulation adds for its place; terms in working days pass over them.")
    @APIResponse(
            responseCode = "200",
            description = "By date",
            content =
                    @Content(
                            schema = @Schema(implementation = FeastDaysView.class),
                            examples =
                                    @ExampleObject(
                                            name = "feasts",
                                            value =
                                                    "{\"year\":2026,\"items\":[{\"date\":\"2026-04-03\",\"title\":\"Viernes Santo\",\"law\":\"DLeg 713 art. 6\"}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such regulation")
    public FeastDaysView getFeastDays(
            @Parameter(example = "2026") @PathParam("year") @Min(1991) @Max(2199) int year,
            @Parameter(description = "With the feast days of its place.", example = "coyllurqui-2016")
                    @QueryParam("regulation")
                    @Nullable
                    String regulation,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language) {
        var feasts = regulation == null
                ? FeastDays.national()
                : regulations
                        .publishedFor(regulation, null, "DISTRICT")
                        .map(FeastDays::under)
                        .orElseThrow(() -> Problem.notFound().toException());
        var wanted = languages.negotiate(language);
        return new FeastDaysView(
                year,
                feasts.of(year).stream()
                        .map(kept -> new FeastDayView(kept.date(), kept.title(wanted), kept.law()))
                        .toList());
    }
}
