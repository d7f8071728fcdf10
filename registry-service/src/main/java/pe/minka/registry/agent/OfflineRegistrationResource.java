package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Where devices and telephone clerks bring what they captured without connection. */
@Path("/v1/processes/{process}/offline-registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class OfflineRegistrationResource {

    private static final String REQUEST = """
            {"device":"tablet-03","items":[{"id":"6e0f9a52-8a0b-4a1c-9a5e-3f6c1d9a2b01","capturedAt":"2016-03-23T16:20:00Z","channel":"DEVICE",\
            "organisation":{"name":"Comunidad Campesina de Pampura","kind":"PEASANT_COMMUNITY"},"role":"PRINCIPAL",\
            "documentKind":"DNI","documentNumber":"45678922","names":"Rosa Quispe Huamán","sex":"FEMALE","language":"qu",\
            "particulars":{"position":"Presidenta","educationLevel":"SECONDARY"}}]}""";
    private static final String ANSWER = """
            {"items":[{"id":"6e0f9a52-8a0b-4a1c-9a5e-3f6c1d9a2b01","outcome":"ACCREDITED","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101",\
            "errors":[],"repeated":false}]}""";

    private final OfflineRegistrations registrations;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    OfflineRegistrationResource(OfflineRegistrations registrations, Processes processes, Caller caller, Clock clock) {
        this.registrations = registrations;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /** By its id, or by name and kind where the device met it in the field. */
    record CapturedOrganisation(
            @Nullable UUID id,
            @Nullable @Size(min = 3, max = 200) String name,
            @Nullable OrganisationKind kind) {}

    /** Why the rotation of a seat is set aside, and what is handed over to those who come after. */
    @Schema(name = "CapturedRotationOverride")
    record CapturedOverride(
            @NotBlank @Size(min = 10, max = 1000) String reason,
            @NotBlank @Size(min = 10, max = 2000) String handover) {

        RotationOverride stated() {
            return new RotationOverride(reason.strip(), handover.strip());
        }
    }

    /**
     * @param id made by the device, once for each registration
     * @param supporters of a citizen without organisation
     * @param protectedIdentity whether the name is never printed on a public list
     * @param rotationOverride only for one who sat in a body's last sessions, where the regulation rotates its seats
     * @param particulars what the registration record of a region asks for; only what the ordinance asks for is kept
     */
    @Schema(name = "CapturedRegistration")
    record CapturedItem(
            @NotNull UUID id,
            @NotNull Instant capturedAt,
            OfflineRegistrations.@NotNull Channel channel,
            @Nullable @Valid CapturedOrganisation organisation,
            @NotNull AgentRole role,
            IdentityDocument.@NotNull Kind documentKind,
            @NotBlank @Size(max = 20) String documentNumber,
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotNull Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 300) String contact,
            @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @Nullable @Size(max = 40) String zone,
            @Nullable Set<@NotBlank String> papers,
            @Nullable @Min(0) Integer supporters,
            @Nullable Boolean protectedIdentity,
            @Nullable @Valid CapturedOverride rotationOverride,
            @Nullable @Valid StatedParticulars particulars) {

        OfflineRegistrations.Captured captured(String device) {
            return new OfflineRegistrations.Captured(
                    id,
                    capturedAt,
                    channel,
                    device,
                    organisation == null
                            ? null
                            : new OfflineRegistrations.OrganisationCaptured(
                                    organisation.id(), organisation.name(), organisation.kind()),
                    new AccreditAgent.Candidate(
                            role,
                            null,
                            documentKind,
                            documentNumber,
                            names.strip(),
                            sex,
                            birthDate,
                            contact,
                            Objects.requireNonNullElse(language, "es"),
                            zone,
                            Objects.requireNonNullElse(papers, Set.of()),
                            Objects.requireNonNullElse(supporters, 0),
                            Boolean.TRUE.equals(protectedIdentity),
                            rotationOverride == null ? null : rotationOverride.stated(),
                            particulars == null ? Particulars.NONE : particulars.stated()),
                    contents());
        }

        /** Everything that was captured, in one order, to tell a repetition from another registration of the same id. */
        private String contents() {
            var contents = new ArrayList<>(List.of(
                    String.valueOf(organisation),
                    role.name(),
                    documentKind.name(),
                    documentNumber,
                    names,
                    sex.name(),
                    String.valueOf(birthDate),
                    String.valueOf(contact),
                    String.valueOf(language),
                    String.valueOf(zone),
                    String.valueOf(papers == null ? null : new java.util.TreeSet<>(papers)),
                    String.valueOf(supporters)));
            // what devices did not send at first counts only where it is sent: what they sent before stays the same
            if (Boolean.TRUE.equals(protectedIdentity)) {
                contents.add("protected");
            }
            if (rotationOverride != null) {
                contents.addAll(List.of("rotation", rotationOverride.reason(), rotationOverride.handover()));
            }
            if (particulars != null) {
                contents.add("particulars");
                particulars.stated().texts().forEach(text -> contents.add(String.valueOf(text)));
            }
            return String.join("\u001f", contents);
        }

        @Override
        public String toString() {
            return "captured " + id;
        }
    }

    @Schema(name = "CapturedRegistrations")
    record BatchRequest(
            @NotBlank @Size(max = 60) String device,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull CapturedItem> items) {}

    /**
     * @param outcome `ACCREDITED`, `DUPLICATE` (on the roll already; `agent` says as whom), `REFUSED` with the codes of `agent-not-admitted`, or `CONFLICT`: the id was used for other contents
     * @param repeated whether the answer is that of an earlier time
     */
    @Schema(name = "CapturedOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeView(UUID id, String outcome, @Nullable UUID agent, List<String> errors, boolean repeated) {}

    @Schema(name = "CapturedOutcomes")
    record OutcomesView(List<OutcomeView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Operation(
            operationId = "syncRegistrations",
            summary = "Bring registrations captured without connection",
            description =
                    "Of a device or a telephone clerk, 200 at most. Each stands alone: one that is refused does not stop the others. The id that the device made counts, so batches may come in any order and again; no `Idempotency-Key` is needed."
                            + " Duplicates are reported with the agent who is on the roll.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BatchRequest.class),
                            examples = @ExampleObject(name = "batch", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each, in the order of the batch",
            content =
                    @Content(
                            schema = @Schema(implementation = OutcomesView.class),
                            examples = @ExampleObject(name = "outcomes", value = ANSWER)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`application-ahead`")
    public OutcomesView syncRegistrations(@PathParam("process") ProcessId id, @Valid @NotNull BatchRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var now = clock.instant();
        if (request.items().stream().anyMatch(item -> item.capturedAt().isAfter(now))) {
            throw Problem.unprocessable("application-ahead").toException();
        }
        var account = caller.subject();
        var outcomes = new ArrayList<OutcomeView>();
        for (CapturedItem item : request.items()) {
            outcomes.add(registrations
                    .take(id, item.captured(request.device()), account)
                    .map(taken -> new OutcomeView(
                            taken.id(), taken.outcome().name(), taken.agent(), taken.errors(), taken.repeated()))
                    .orElseGet(() -> new OutcomeView(item.id(), "CONFLICT", null, List.of("capture-differs"), true)));
        }
        return new OutcomesView(outcomes);
    }
}
