package pe.minka.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The organisations that may send agents to a process. */
@Path("/v1/processes/{process}/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class OrganisationResource {

    private static final String REQUEST = """
            {"name":"Comunidad Campesina de Ñahuinlla","kind":"PEASANT_COMMUNITY","zone":"Z2","foundedOn":"1975-06-24","members":180}""";
    private static final String CORRECTION = """
            {"name":"Comunidad Campesina de Ñahuinlla","kind":"PEASANT_COMMUNITY","zone":"Z2","foundedOn":"1975-06-24","members":192,"cause":"CHANGED"}""";
    private static final String CORRECTED = """
            {"organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","name":"Comunidad Campesina de Ñahuinlla",\
            "kind":"PEASANT_COMMUNITY","sector":"CIVIL_SOCIETY","zone":"Z2","foundedOn":"1975-06-24","members":192,"version":1}""";

    private final Organisations organisations;
    private final CorrectOrganisation correctOrganisation;
    private final Processes processes;
    private final Caller caller;

    OrganisationResource(
            Organisations organisations, CorrectOrganisation correctOrganisation, Processes processes, Caller caller) {
        this.organisations = organisations;
        this.correctOrganisation = correctOrganisation;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * @param zone the zone it lies in, as the entity names its zones
     * @param scope how far it reaches
     * @param governmentLevel of a body of the State: of which level of government it is
     * @param legalRepresentative who represents it before the law: kept encrypted, never public
     * @param registryEntry of the public registry or of the municipal register of organisations
     * @param ruc of a legal person; one of a natural person holds the identity number and is dropped
     */
    @Schema(name = "OrganisationStatement")
    record OrganisationRequest(
            @NotBlank @Size(min = 3, max = 200) String name,
            @NotNull OrganisationKind kind,
            @Nullable @Size(max = 40) String zone,
            @Nullable @PastOrPresent LocalDate foundedOn,
            @Nullable @Size(max = 60) String registryEntry,
            @Nullable Ruc ruc,
            @Nullable @Min(0) Integer members,
            @Nullable OrganisationScope scope,
            @Nullable GovernmentLevel governmentLevel,
            @Nullable @Size(min = 3, max = 160) String legalRepresentative) {

        @Override
        public String toString() {
            return "statement of " + name;
        }
    }

    /**
     * The whole of what it states of itself; what is left out is empty from now on. Who represents it before the law is
     * corrected apart, since nobody sees it here.
     *
     * @param kind stays while the organisation has accredited agents
     * @param cause why it is corrected
     */
    @Schema(name = "OrganisationCorrection")
    record CorrectionRequest(
            @NotBlank @Size(min = 3, max = 200) String name,
            @NotNull OrganisationKind kind,
            @Nullable @Size(max = 40) String zone,
            @Nullable @PastOrPresent LocalDate foundedOn,
            @Nullable @Size(max = 60) String registryEntry,
            @Nullable Ruc ruc,
            @Nullable @Min(0) Integer members,
            @Nullable OrganisationScope scope,
            @Nullable GovernmentLevel governmentLevel,
            OrganisationCorrections.@NotNull Cause cause) {

        Organisations.Statement statement() {
            return new Organisations.Statement(
                    name.strip(), kind, zone, foundedOn, registryEntry, ruc, members, scope, governmentLevel, null);
        }
    }

    /** The shape of a page, for the contract. */
    record OrganisationPage(
            List<OrganisationView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "registerOrganisation",
            summary = "Register an organisation",
            description =
                    "With the entity of the process, for this process and later ones. A name stands once, however it is spelt.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationRequest.class),
                            examples = @ExampleObject(name = "community", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationView.class),
                            examples = @ExampleObject(name = "community", value = OrganisationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-exists`")
    public Response registerOrganisation(
            @PathParam("process") ProcessId id, @Valid @NotNull OrganisationRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var organisation = organisations
                .register(
                        process.entity(),
                        new Organisations.Statement(
                                request.name().strip(),
                                request.kind(),
                                request.zone(),
                                request.foundedOn(),
                                request.registryEntry(),
                                request.ruc(),
                                request.members(),
                                request.scope(),
                                request.governmentLevel(),
                                request.legalRepresentative()))
                .flatMap(known -> organisations.find(process.entity(), known.id()))
                .orElseThrow(() -> Problem.conflict("organisation-exists").toException());
        return Response.created(URI.create("/v1/processes/" + id + "/organisations/" + organisation.id()))
                .entity(OrganisationView.of(organisation))
                .tag(Versions.etag(organisation.version()))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listOrganisations",
            summary = "Organisations",
            description = "Those registered with the entity of the process.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "organisations",
                                            value = "{\"items\":[" + OrganisationView.EXAMPLE + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listOrganisations(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var found = organisations.list(processes.get(id).entity(), page.after(UUID::fromString), page.limit + 1);
        return Page.of(found, page, Organisation::id).map(OrganisationView::of).toResponse(uri);
    }

    @GET
    @Path("/{organisation}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getOrganisation",
            summary = "One organisation",
            description = "Registered with the entity of the process. What was corrected of it: `…/corrections`.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation; its ETag is needed to correct it",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationView.class),
                            examples = @ExampleObject(name = "community", value = OrganisationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getOrganisation(@PathParam("process") ProcessId id, @PathParam("organisation") UUID organisation) {
        return organisations
                .find(processes.get(id).entity(), organisation)
                .map(OrganisationResource::answer)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    @PUT
    @Path("/{organisation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Operation(
            operationId = "correctOrganisation",
            summary = "Correct an organisation",
            description =
                    "States it anew, with `If-Match` of the version that was read: of two registrars at once one corrects, and the other is told."
                            + " What was before stays on record (`…/corrections`), and other services hear of it. The kind decided the admission of its agents and stays"
                            + " while it has any. Who represents it before the law is corrected at `…/legal-representative`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CorrectionRequest.class),
                            examples = @ExampleObject(name = "members", value = CORRECTION)))
    @APIResponse(
            responseCode = "200",
            description = "The organisation as it stands now; where nothing differs, its version is the same",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationView.class),
                            examples = @ExampleObject(name = "community", value = CORRECTED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-exists`, `organisation-has-agents`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response correctOrganisation(
            @PathParam("process") ProcessId id,
            @PathParam("organisation") UUID organisation,
            @Parameter(description = "The ETag that was read.", example = "\"v0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectionRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return answer(correctOrganisation.correct(
                process.entity(), organisation, ifMatch, request.statement(), request.cause()));
    }

    private static Response answer(Organisation organisation) {
        return Response.ok(OrganisationView.of(organisation))
                .tag(Versions.etag(organisation.version()))
                .build();
    }
}
