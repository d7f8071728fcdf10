package pe.minka.allocation.selection;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.allocation.selection.Recounts.Recount;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;

import java.util.List;
import java.util.UUID;

/** Scenarios over HTTP. */
@Path("/v1")
@Tag(name = "Scenarios", description = "What would be selected with more or less money.")
public class ScenarioResource {

    private static final String OUTCOME =
            "{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"votes\":214,\"rank\":1,\"reason\":{\"code\":\"WITHIN_BUDGET\",\"text\":{\"es\":\"Elegido en el puesto 1 con 214 votos.\"}}}";

    private final Recounts recounts;
    private final Selections selections;

    ScenarioResource(Recounts recounts, Selections selections) {
        this.recounts = recounts;
        this.selections = selections;
    }

    @Schema(name = "Scenario")
    record ScenarioView(
            @Schema(description = "In percent of the budget of the selection.")
            String percent,

            Soles budget,
            Soles cost,
            List<ProjectOutcome> selected,

            @Schema(description = "Selected with this budget and not with the real one.")
            List<UUID> added,

            @Schema(description = "Selected with the real budget and not with this one.")
            List<UUID> dropped) {}

    @Schema(name = "ScenarioList")
    record ScenarioList(UUID selection, List<ScenarioView> items) {}

    @Schema(name = "Extension")
    record ExtensionView(
            UUID selection,
            Soles extra,

            @Schema(description = "Each project that was not selected, in rank order, with what would become of it.")
            List<ProjectOutcome> items,

            @Schema(description = "Those that would be taken up.")
            List<UUID> proposed) {}

    @GET
    @Path("/selections/{selection}/scenarios")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Scenarios of a selection",
            description = "Counts the stored input again with a part of the budget, or with more of it: if 20 % less"
                    + " arrives, which projects fall out?")
    @APIResponse(
            responseCode = "200",
            description = "One scenario for each percentage",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ScenarioList.class),
                            examples =
                                    @ExampleObject(
                                            name = "a fifth less",
                                            value =
                                                    "{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"items\":[{\"percent\":\"80\",\"budget\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"cost\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"selected\":["
                                                            + OUTCOME
                                                            + "],\"added\":[],\"dropped\":[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\"]}]}")))
    public ScenarioList listScenarios(
            @Parameter(description = "The selection's id.") @PathParam("selection") UUID selection,
            @Parameter(description = "Percentages of the budget, from 1 to 1000; up to ten.", example = "80")
                    @QueryParam("percent")
                    @NotEmpty
                    @Size(max = 10)
                    List<@NotNull @Pattern(regexp = "[1-9]\\d{0,2}|1000") String> percents) {
        var budget = selections.require(selection).budget;
        return new ScenarioList(
                selection,
                percents.stream()
                        .map(percent -> {
                            var whole = java.math.BigInteger.valueOf(budget.centimos())
                                    .multiply(new java.math.BigInteger(percent))
                                    .divide(java.math.BigInteger.valueOf(100));
                            return view(percent, recounts.withBudget(selection, new Soles(whole.longValueExact())));
                        })
                        .toList());
    }

    @GET
    @Path("/selections/{selection}/extension")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What comes next with more money",
            description = "What is selected stays. The others are counted among themselves with what was left over and"
                    + " what came; each that is skipped says why.")
    @APIResponse(
            responseCode = "200",
            description = "What would become of each",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ExtensionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one more",
                                            value =
                                                    "{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"extra\":{\"amount\":\"500000.00\",\"currency\":\"PEN\"},\"items\":["
                                                            + OUTCOME
                                                            + "],\"proposed\":[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\"]}")))
    public ExtensionView getExtension(
            @Parameter(description = "The selection's id.") @PathParam("selection") UUID selection,
            @Parameter(description = "Soles that came in.", example = "500000.00")
                    @QueryParam("extra")
                    @NotNull
                    @Pattern(regexp = "(0|[1-9]\\d{0,12})(\\.\\d{1,2})?")
                    String extra) {
        var amount = Soles.of(extra);
        var items = recounts.next(selection, amount);
        return new ExtensionView(
                selection,
                amount,
                items,
                items.stream()
                        .filter(item -> Reasons.isOfSelected(item.reason().code()))
                        .map(ProjectOutcome::proposal)
                        .toList());
    }

    private static ScenarioView view(String percent, Recount recount) {
        return new ScenarioView(
                percent, recount.budget(), recount.cost(), recount.selected(), recount.added(), recount.dropped());
    }
}
