package pe.minka.registry.organisation;

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
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was corrected of an organisation, for anyone to see. */
@Path("/v1/processes/{process}/organisations/{organisation}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class OrganisationCorrectionResource {

    private static final String CORRECTIONS = """
            {"items":[{"version":1,"correctedAt":"2016-03-28T15:00:00Z","cause":"CHANGED","fields":["members"],\
            "before":{"members":"180"},"after":{"members":"192"}}]}""";

    private final OrganisationCorrections corrections;
    private final Organisations organisations;
    private final Processes processes;

    OrganisationCorrectionResource(
            OrganisationCorrections corrections, Organisations organisations, Processes processes) {
        this.corrections = corrections;
        this.organisations = organisations;
        this.processes = processes;
    }

    /**
     * @param version of the organisation from then on
     * @param before what stood in the fields, as text; a field that was empty is absent, and the legal representative always
     */
    @Schema(name = "OrganisationCorrected")
    record CorrectionView(
            long version,
            Instant correctedAt,
            OrganisationCorrections.Cause cause,
            List<String> fields,
            Map<String, String> before,
            Map<String, String> after) {

        static CorrectionView of(OrganisationCorrections.Correction correction) {
            return new CorrectionView(
                    correction.version(),
                    correction.correctedAt(),
                    correction.cause(),
                    correction.fields(),
                    correction.before(),
                    correction.after());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "OrganisationCorrections")
    record CorrectionPage(
            List<CorrectionView> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listOrganisationCorrections",
            summary = "What was corrected of an organisation",
            description =
                    "Each correction with what stood there before, by the office of the registrar. Of the legal representative it says only that the name was corrected or erased.")
    @APIResponse(
            responseCode = "200",
            description = "One page, the oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = CorrectionPage.class),
                            examples = @ExampleObject(name = "corrections", value = CORRECTIONS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listOrganisationCorrections(
            @PathParam("process") ProcessId id,
            @PathParam("organisation") UUID organisation,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var known = organisations
                .find(processes.get(id).entity(), organisation)
                .orElseThrow(() -> Problem.notFound().toException());
        var found = corrections.of(known.id(), page.afterOrdinal(), page.limit + 1);
        return Page.of(found, page, OrganisationCorrections.Correction::version)
                .map(CorrectionView::of)
                .toResponse(uri);
    }
}
