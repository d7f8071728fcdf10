package pe.minka.registry.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
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
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.organisation.RepresentedOrganisations.Represented;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.UUID;

/** The roll by organisation, for anyone: whoever wants to challenge it must see it. */
@Path("/v1/processes/{process}/roll/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roll")
class RepresentedOrganisationResource {

    private static final String ROLL = """
            {"items":[{"organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","name":"Comunidad Campesina de Ñahuinlla",\
            "kind":"PEASANT_COMMUNITY","sector":"CIVIL_SOCIETY","zone":"Z2","principals":1,"alternates":1}]}""";

    private final RepresentedOrganisations represented;
    private final Processes processes;

    RepresentedOrganisationResource(RepresentedOrganisations represented, Processes processes) {
        this.represented = represented;
        this.processes = processes;
    }

    /**
     * @param principals accredited for it as they stand now
     * @param alternates likewise
     */
    @Schema(name = "RepresentedOrganisation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RepresentedView(
            UUID organisation,
            String name,
            OrganisationKind kind,
            Sector sector,
            @Nullable String zone,
            int principals,
            int alternates) {

        static RepresentedView of(Represented each) {
            return new RepresentedView(
                    each.id(),
                    each.name(),
                    each.kind(),
                    each.sector(),
                    each.zone(),
                    each.principals(),
                    each.alternates());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "RepresentedOrganisations")
    record RepresentedPage(
            List<RepresentedView> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listRepresentedOrganisations",
            summary = "The organisations on the roll",
            description =
                    "Each with how many principals and alternates are accredited for it, as it stands now. Which organisation takes part, and with how many,"
                            + " is what the roll makes public; it is no statistic of persons, so that small numbers stand as they are. Nothing is said of who they are:"
                            + " neither sex nor age nor language, whose figures `…/roll` gives for groups of five and more.")
    @APIResponse(
            responseCode = "200",
            description = "One page; organisations without an accredited agent are not on the roll",
            content =
                    @Content(
                            schema = @Schema(implementation = RepresentedPage.class),
                            examples = @ExampleObject(name = "roll", value = ROLL)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listRepresentedOrganisations(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        processes.get(id);
        var found = represented.of(id, page.afterId(), page.limit + 1);
        return Page.of(found, page, Represented::id).map(RepresentedView::of).toResponse(uri);
    }
}
