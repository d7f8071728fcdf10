package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.Violation;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The stakeholder map of a process, for its staff alone. */
@Path("/v1/processes/{process}/stakeholders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
@Scope(Scope.OWN)
@Tag(name = "Outreach")
class StakeholderResource {

    private static final String REQUEST = """
            {"name":"Comité de Vaso de Leche de Pfaco","kind":"GLASS_OF_MILK_COMMITTEE","zone":"Z2","attitude":"OPPOSES","resources":"120 familias, local propio"}""";
    private static final String STAKEHOLDER = """
            {"stakeholder":"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11","name":"Comité de Vaso de Leche de Pfaco","kind":"GLASS_OF_MILK_COMMITTEE",\
            "zone":"Z2","attitude":"OPPOSES","resources":"120 familias, local propio","invitedOn":"2016-03-20","invitedBy":"VISIT"}""";

    private final OutreachRecords records;
    private final Attitudes attitudes;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    StakeholderResource(OutreachRecords records, Attitudes attitudes, Processes processes, Caller caller, Clock clock) {
        this.records = records;
        this.attitudes = attitudes;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param attitude towards the process; seen by staff only
     * @param resources what they can bring; seen by staff only
     */
    @Schema(name = "StakeholderEntry")
    record StakeholderRequest(
            @NotBlank @Size(min = 3, max = 200) String name,
            @NotNull OrganisationKind kind,
            @Nullable @Size(max = 40) String zone,
            Stakeholder.@Nullable Attitude attitude,
            @Nullable @Size(max = 1000) String resources) {}

    @Schema(name = "Stakeholder")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StakeholderView(
            UUID stakeholder,
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            Stakeholder.Attitude attitude,
            @Nullable String resources,
            @Nullable LocalDate invitedOn,
            @Nullable String invitedBy) {

        static StakeholderView of(Stakeholder stakeholder) {
            return new StakeholderView(
                    stakeholder.id(),
                    stakeholder.name(),
                    stakeholder.kind(),
                    stakeholder.zone(),
                    stakeholder.attitude(),
                    stakeholder.resources(),
                    stakeholder.invitedOn(),
                    stakeholder.invitedBy());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "Stakeholders")
    record StakeholderPage(
            List<StakeholderView> items, @Nullable String next) {}

    @Schema(name = "Invitation")
    record InvitationRequest(
            @NotNull LocalDate on, @NotBlank @Size(max = 40) String channel) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "mapStakeholder",
            summary = "Put a stakeholder on the map",
            description = "With attitude and resources, which nobody but the staff of the entity sees.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StakeholderRequest.class),
                            examples = @ExampleObject(name = "committee", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "On the map",
            content =
                    @Content(
                            schema = @Schema(implementation = StakeholderView.class),
                            examples = @ExampleObject(name = "committee", value = STAKEHOLDER)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`stakeholder-exists`")
    public Response mapStakeholder(@PathParam("process") ProcessId id, @Valid @NotNull StakeholderRequest request) {
        mustReach(id);
        var stakeholder = new Stakeholder(
                id,
                request.name().strip(),
                Organisations.nameKey(request.name()),
                request.kind(),
                request.zone(),
                Objects.requireNonNullElse(request.attitude(), Stakeholder.Attitude.UNKNOWN),
                request.resources(),
                clock.instant());
        try {
            records.add(stakeholder);
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("stakeholder_once"::equals)
                    .isPresent()) {
                throw Problem.conflict("stakeholder-exists").toException();
            }
            throw refused;
        }
        attitudes.note(stakeholder, null);
        return Response.created(URI.create("/v1/processes/" + id + "/stakeholders/" + stakeholder.id()))
                .entity(StakeholderView.of(stakeholder))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listStakeholders",
            summary = "The stakeholder map",
            description =
                    "For staff. `uninvited=true` lists those whom no invitation has reached yet; with the registered organisations"
                            + " that got no call, and are on no map: `…/outreach/uninvited`.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by name",
            content =
                    @Content(
                            schema = @Schema(implementation = StakeholderPage.class),
                            examples = @ExampleObject(name = "map", value = "{\"items\":[" + STAKEHOLDER + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listStakeholders(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only those not invited yet.") @QueryParam("uninvited") @DefaultValue("false")
                    boolean uninvited,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        mustReach(id);
        var found = records.stakeholders(id, uninvited, Objects.requireNonNullElse(page.after(), ""), page.limit + 1);
        return Page.of(found, page, Stakeholder::nameKey)
                .map(StakeholderView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/{stakeholder}/invitation")
    @Idempotent
    @Operation(
            operationId = "inviteStakeholder",
            summary = "Record an invitation",
            description = "The day it was delivered and the channel.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = InvitationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "invitation",
                                            value = "{\"on\":\"2016-03-20\",\"channel\":\"VISIT\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Invited",
            content =
                    @Content(
                            schema = @Schema(implementation = StakeholderView.class),
                            examples = @ExampleObject(name = "committee", value = STAKEHOLDER)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response inviteStakeholder(
            @PathParam("process") ProcessId id,
            @PathParam("stakeholder") UUID stakeholderId,
            @Valid @NotNull InvitationRequest request) {
        mustReach(id);
        var stakeholder = records.stakeholder(id, stakeholderId);
        stakeholder.invited(request.on(), request.channel());
        return Response.ok(StakeholderView.of(stakeholder)).build();
    }

    private void mustReach(ProcessId id) {
        caller.mustActFor(processes.get(id).entity());
    }
}
