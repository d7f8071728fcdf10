package pe.minka.workshop.poll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.List;
import java.util.UUID;

/** The roll of a poll that residents vote in: verified one by one, and known to nobody by it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls", description = "Rounds of citizens without accreditation")
class ResidentsResource {

    private final VerifyResidents verifyResidents;
    private final Polling polling;
    private final Processes processes;

    ResidentsResource(VerifyResidents verifyResidents, Polling polling, Processes processes) {
        this.verifyResidents = verifyResidents;
        this.polling = polling;
        this.processes = processes;
    }

    /** @param document kind and number, such as {@code DNI:41234567}; it is not stored */
    @Schema(name = "VerifiedResident")
    record ResidentRequest(
            @NotBlank @Size(max = 40) String document,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String zone) {}

    @Schema(name = "VerifiedResidents")
    record ResidentsRequest(@NotEmpty @Size(max = 2000) List<@Valid @NotNull ResidentRequest> residents) {}

    @Schema(name = "ResidentsCount")
    record CountView(int added, int alreadyVerified, int total) {}

    @POST
    @Path("/rounds/{round}/residents")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.REGISTRAR})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Verify residents for a poll",
            description =
                    "Before the opening, as many and as often as one likes: each document counts once. What is kept"
                            + " is an identifier under a secret key, another one in each round; no document is kept. In a second"
                            + " round those of the first vote.")
    @APIResponse(
            responseCode = "200",
            description = "How many there are",
            content =
                    @Content(
                            schema = @Schema(implementation = CountView.class),
                            examples =
                                    @ExampleObject(
                                            name = "count",
                                            value = "{\"added\":1,\"alreadyVerified\":0,\"total\":1}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`round-already-opened`, `roll-of-agents`, `roll-of-first-round`: it is a second round")
    @APIResponse(responseCode = "422", description = "`documents-malformed` with the positions of the items")
    public Response verifyResidents(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "residents",
                                                            value =
                                                                    "{\"residents\":[{\"document\":\"DNI:00000001\",\"zone\":\"S3\"}]}")))
                    @Valid
                    @NotNull
                    ResidentsRequest request) {
        processes.ofCaller(polling.known(round).process());
        var verified = verifyResidents.verify(
                round,
                request.residents().stream()
                        .map(each -> new VerifyResidents.Resident(each.document(), each.zone()))
                        .toList());
        return Response.ok(new CountView(
                        verified.added(), request.residents().size() - verified.added(), verified.total()))
                .build();
    }
}
