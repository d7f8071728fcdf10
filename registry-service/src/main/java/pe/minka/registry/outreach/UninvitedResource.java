package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who has not been invited yet. */
@Path("/v1/processes/{process}/outreach/uninvited")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outreach")
class UninvitedResource {

    private static final String UNINVITED = """
            {"items":[{"name":"Comité de Vaso de Leche de Pfaco","kind":"GLASS_OF_MILK_COMMITTEE","zone":"Z2",\
            "stakeholder":"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11"},{"name":"Comunidad Campesina de Ñahuinlla","kind":"PEASANT_COMMUNITY",\
            "zone":"Z2","organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201"}]}""";

    private final Uninvited uninvited;
    private final Processes processes;
    private final Caller caller;

    UninvitedResource(Uninvited uninvited, Processes processes, Caller caller) {
        this.uninvited = uninvited;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * @param stakeholder absent where it is on no map: map it to plan visits and note the invitation
     * @param organisation absent where it is not registered
     */
    @Schema(name = "UninvitedName")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UninvitedView(
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            @Nullable UUID stakeholder,
            @Nullable UUID organisation) {

        static UninvitedView of(Uninvited.Name name) {
            return new UninvitedView(name.name(), name.kind(), name.zone(), name.stakeholder(), name.organisation());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "UninvitedNames")
    record UninvitedPage(
            List<UninvitedView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listUninvited",
            summary = "Who has not been invited yet",
            description =
                    "For staff: stakeholders on the map and organisations registered with the entity, each name once, to whom no invitation was"
                            + " noted and none of whose agents a call or convocation of this process was delivered to. What was sent and not delivered does not count.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by name",
            content =
                    @Content(
                            schema = @Schema(implementation = UninvitedPage.class),
                            examples = @ExampleObject(name = "uninvited", value = UNINVITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listUninvited(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var found = uninvited.of(id, process.entity(), Objects.requireNonNullElse(page.after(), ""), page.limit + 1);
        return Page.of(found, page, Uninvited.Name::key).map(UninvitedView::of).toResponse(uri);
    }
}
