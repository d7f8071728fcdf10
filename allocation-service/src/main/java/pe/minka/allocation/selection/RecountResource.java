package pe.minka.allocation.selection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;

import java.util.List;
import java.util.UUID;

/** What anyone needs to count a selection again, over HTTP. */
@Path("/v1")
@Tag(name = "Selections", description = "The projects that a vote and a budget select, each with its reason.")
public class RecountResource {

    private static final String LIMITS =
            "{\"exclusive\":[[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\"]]}";

    private final Selections selections;
    private final Documents documents;

    RecountResource(Selections selections, Documents documents) {
        this.selections = selections;
        this.documents = documents;
    }

    @Schema(name = "CountedProjectList")
    record CountedList(
            UUID selection,

            @Schema(description = "Words for the command line of the rules; FILE is the input, LIMITS the limits.")
            List<String> commandLine,

            List<CountedProject> items) {}

    @GET
    @Path("/selections/{selection}/explanations")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What happened to each project in the count",
            description = "In which round it was selected, what it was ranked by, and how many paid for it where voters"
                    + " pay. A count that would tell of fewer than five people is left out, and it is said so.")
    @APIResponse(
            responseCode = "200",
            description = "The explanations",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CountedList.class),
                            examples =
                                    @ExampleObject(
                                            name = "paid by 214",
                                            value =
                                                    "{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"commandLine\":[\"count\",\"FILE\",\"--rule\",\"equal-shares\",\"--utility\",\"cost\",\"--completion\",\"none\",\"--ties\",\"votes,cost,list\"],\"items\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"code\":\"EQUAL_SHARES\",\"round\":1,\"measure\":\"214\",\"payers\":214,\"atMost\":\"2242.990654\",\"gaveAll\":0,\"fewerThanFive\":false}]}")))
    public CountedList getSelectionExplanations(
            @Parameter(description = "The selection's id.") @PathParam("selection") UUID selection) {
        var row = selections.require(selection);
        return new CountedList(
                selection,
                documents.read(row.rule, Method.class).commandLine(row.limits != null),
                documents.read(row.explanations, new TypeReference<List<CountedProject>>() {}));
    }

    @GET
    @Path("/selections/{selection}/limits")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What a count had to respect besides the budget",
            description = "As the option `--limits` of the command line reads it; an empty object where only the budget"
                    + " limited it.")
    @APIResponse(
            responseCode = "200",
            description = "The limits",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            examples = @ExampleObject(name = "one of two", value = LIMITS)))
    public Response getSelectionLimits(
            @Parameter(description = "The selection's id.") @PathParam("selection") UUID selection) {
        var limits = selections.require(selection).limits;
        return Response.ok(limits == null ? "{}" : limits)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
