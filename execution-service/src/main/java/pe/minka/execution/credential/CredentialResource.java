package pe.minka.execution.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import pe.minka.execution.committee.CommitteeKind;
import pe.minka.execution.committee.SeatedCommittees;
import pe.minka.execution.committee.SeatedCommittees.Seated;
import pe.minka.execution.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Credentials of committees over HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Committees")
class CredentialResource {

    private static final String REQUEST = """
            {"minutesSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";
    private static final String ACCREDITED = """
            {"committee":"2c304a5e-86b7-45f8-8d31-b7c6d5e4fe01","kind":"VIGILANCE","electedOn":"2016-05-28",\
            "issuedOn":"2016-05-30","daysLate":2,"late":true,\
            "minutesSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "credentials":[{"number":"2C304A5E-1","post":"PRESIDENT"}]}""";

    private final IssueCredentials issueCredentials;
    private final Credentials credentials;
    private final SeatedCommittees committees;
    private final Processes processes;

    CredentialResource(
            IssueCredentials issueCredentials,
            Credentials credentials,
            SeatedCommittees committees,
            Processes processes) {
        this.issueCredentials = issueCredentials;
        this.credentials = credentials;
        this.committees = committees;
        this.processes = processes;
    }

    @Schema(name = "NewCredentials")
    record CredentialsRequest(
            @Schema(description = "SHA-256 of the sealed minutes of the election.")
            @NotNull
            @Pattern(regexp = "[0-9a-f]{64}")
            String minutesSha256) {}

    @Schema(name = "CommitteeCredential")
    record CredentialView(String number, String post) {}

    /**
     * @param issuedOn absent while there are none
     * @param daysLate from the day of the election to the day of issue, or to today while there are none
     */
    @Schema(name = "CommitteeCredentials")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccreditationView(
            UUID committee,
            CommitteeKind kind,
            LocalDate electedOn,
            @Nullable LocalDate issuedOn,
            long daysLate,
            boolean late,
            @Nullable String minutesSha256,
            List<CredentialView> credentials) {}

    @Schema(name = "CommitteesCredentials")
    record AccreditationsView(List<AccreditationView> items) {}

    @POST
    @Path("/committees/{committee}/credentials")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COUNCIL_SECRETARY, Roles.EXECUTION_OFFICER})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Issue the credentials of a committee",
            description =
                    "To members who are accredited, on the sealed minutes of their election. Issued on another day"
                            + " than that of the election they are flagged as late, for everyone to see.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationView.class),
                            examples = @ExampleObject(name = "late", value = ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such committee within the caller's reach")
    @APIResponse(responseCode = "409", description = "`credentials-already-issued`, `committee-not-active`")
    @APIResponse(
            responseCode = "422",
            description = "`committee-not-accreditable` with `election-minutes-not-sealed`, `member-not-accredited`,"
                    + " `election-still-to-come`")
    public Response issueCredentials(
            @PathParam("committee") UUID committee,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    CredentialsRequest request) {
        issueCredentials.issue(committee, request.minutesSha256());
        var seated = committees.find(committee).orElseThrow();
        return Response.created(URI.create("/v1/processes/" + seated.process() + "/committee-credentials"))
                .entity(view(seated))
                .build();
    }

    @GET
    @Path("/processes/{process}/committee-credentials")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Credentials of the committees in office",
            description = "With the day of the election, the day of issue, and how late they are, issued or not.")
    @APIResponse(
            responseCode = "200",
            description = "Each committee in office",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationsView.class),
                            examples = @ExampleObject(name = "committees", value = "{\"items\":[" + ACCREDITED + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public AccreditationsView listCommitteeCredentials(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new AccreditationsView(
                committees.inOffice(process).stream().map(this::view).toList());
    }

    private AccreditationView view(Seated seated) {
        var issued = credentials.of(seated.committee());
        long daysLate = issued.map(Credentials.Issued::daysLate)
                .orElseGet(() -> Math.max(0, ChronoUnit.DAYS.between(seated.electedOn(), issueCredentials.today())));
        return new AccreditationView(
                seated.committee(),
                seated.kind(),
                issued.map(Credentials.Issued::electedOn).orElse(seated.electedOn()),
                issued.map(Credentials.Issued::issuedOn).orElse(null),
                daysLate,
                daysLate > 0,
                issued.map(Credentials.Issued::minutesSha256).orElse(null),
                issued.map(Credentials.Issued::each).orElse(List.of()).stream()
                        .map(card -> new CredentialView(card.number(), card.post()))
                        .toList());
    }
}
