package pe.minka.workshop.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.util.List;
import java.util.UUID;

/** Voters at tables: struck off when the ballot is handed over. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Paper ballots", description = "Tables: issued, struck off, reconciled, read twice, photographed")
class PaperVoterResource {

    private final AdmitVoters admitVoters;
    private final PaperTables tables;
    private final ShowTables shown;

    PaperVoterResource(AdmitVoters admitVoters, PaperTables tables, ShowTables shown) {
        this.admitVoters = admitVoters;
        this.tables = tables;
        this.shown = shown;
    }

    @Schema(name = "PaperVoter")
    record VoterRequest(@NotBlank @Size(max = 60) String credential) {}

    /** @param documents of one sheet, such as {@code DNI:41234567}; none is kept */
    @Schema(name = "PaperRespondents")
    record RespondentsRequest(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 60) String> documents) {

        /** Holds documents: it is never written out. */
        @Override
        public String toString() {
            return documents.size() + " respondents";
        }
    }

    /** @param outcomes in the order of the documents, of which none is told again */
    @Schema(name = "PaperRespondentsAdmitted")
    record AdmittedView(int voters, List<AdmitVoters.Admitted> outcomes) {}

    @POST
    @Path("/paper-tables/{table}/voters")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Strike a voter off at a table",
            description =
                    "By the credential, when the ballot is handed over. The same roll as every other channel. Citizens"
                            + " of a poll are struck off by their documents: `…/respondents`.")
    @APIResponse(
            responseCode = "200",
            description = "Struck off",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-voted`, `ballots-used-up`, `vote-not-open`, `table-in-other-state`, `roll-of-documents`")
    @APIResponse(responseCode = "422", description = "`credential-unknown`, `voter-not-on-roll`")
    public Response strikeVoterOff(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "voter", value = PaperExamples.VOTER)))
                    @Valid
                    @NotNull
                    VoterRequest request) {
        shown.mustBeOfCaller(table);
        return Response.ok(shown.view(admitVoters.admit(table, request.credential())))
                .build();
    }

    @POST
    @Path("/paper-tables/{table}/respondents")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Strike citizens off at a table",
            description =
                    "Those of one sheet of a poll, by their documents, of which none is kept, nor a hash of the"
                            + " request: it takes no `Idempotency-Key`. Sent again it changes nothing, and says who was struck off"
                            + " here before. The answer of whoever voted elsewhere or stands twice stays out of what is entered.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each",
            content =
                    @Content(
                            schema = @Schema(implementation = AdmittedView.class),
                            examples = @ExampleObject(name = "admitted", value = PaperExamples.ADMITTED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`ballots-used-up`, `vote-not-open`, `table-in-other-state`, `roll-of-agents`")
    public AdmittedView strikeRespondentsOff(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "respondents",
                                                            value = PaperExamples.RESPONDENTS)))
                    @Valid
                    @NotNull
                    RespondentsRequest request) {
        shown.mustBeOfCaller(table);
        var outcomes = admitVoters.admitAll(table, request.documents());
        return new AdmittedView(tables.known(table).voters(), outcomes);
    }
}
