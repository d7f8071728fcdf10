package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.imports.ImportJobs;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.agent.SupportersList.Written;
import pe.minka.registry.agent.SupportersList.Wrong;
import pe.minka.registry.process.Processes;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The list of those who sign for citizens without organisation (padrón de adherentes). */
@Path("/v1/processes/{process}/applications/{application}/supporters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class SupporterResource {

    private final SignPetition signPetition;
    private final Applications applications;
    private final Supporters supporters;
    private final AccreditAgent accreditAgent;
    private final Processes processes;
    private final AccessLog accessLog;
    private final ImportJobs imports;
    private final Caller caller;

    SupporterResource(
            SignPetition signPetition,
            Applications applications,
            Supporters supporters,
            AccreditAgent accreditAgent,
            Processes processes,
            AccessLog accessLog,
            ImportJobs imports,
            Caller caller) {
        this.signPetition = signPetition;
        this.applications = applications;
        this.supporters = supporters;
        this.accreditAgent = accreditAgent;
        this.processes = processes;
        this.accessLog = accessLog;
        this.imports = imports;
        this.caller = caller;
    }

    /** @param signed whether the paper has the signature */
    @Schema(name = "SupporterRow")
    record RowRequest(
            @NotNull IdentityDocument.Kind documentKind,
            @Nullable @Size(max = 20) String documentNumber,
            @Nullable @Size(max = 160) String names,
            @Nullable @Size(max = 300) String address,
            boolean signed) {

        Written written() {
            return new Written(
                    documentKind,
                    Objects.requireNonNullElse(documentNumber, ""),
                    Objects.requireNonNullElse(names, ""),
                    Objects.requireNonNullElse(address, ""),
                    signed);
        }

        @Override
        public String toString() {
            return "row of a list";
        }
    }

    @Schema(name = "SupporterRows")
    record RowsRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull RowRequest> items) {}

    /**
     * A row that was not taken.
     *
     * @param row from 1, as it was sent
     * @param member of the row that breaks the rule
     */
    @Schema(name = "RefusedSupporter")
    record RefusedView(int row, String member, String code, String law) {}

    /**
     * @param counted supporters on the list, after these
     * @param needed by the ordinance; absent where the adults of the territory are not known
     */
    @Schema(name = "SupportersSigned")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignedView(
            UUID application,
            ApplicationState state,
            int counted,
            @Nullable Integer needed,
            String law,
            List<RefusedView> refused) {}

    @Schema(name = "Supporter")
    record SupporterView(
            UUID supporter,
            IdentityDocument.Kind documentKind,
            String documentNumber,
            String names,
            String address,
            Instant addedAt) {

        @Override
        public String toString() {
            return "supporter " + supporter;
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "Supporters")
    record SupporterPage(
            List<SupporterView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "addSupporters",
            summary = "Add supporters to a list",
            description =
                    "500 at most. Each row stands alone: one with an invalid document, without signature, or of somebody who signed already in this process is refused with the rule it breaks, and the others count."
                            + " What another petition holds is not told. Until `cureUntil` of the application, that day included.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RowsRequest.class),
                            examples = @ExampleObject(name = "supporters", value = ApplicationExamples.SUPPORTERS)))
    @APIResponse(
            responseCode = "200",
            description = "How the list stands, with the rows that were not taken",
            content =
                    @Content(
                            schema = @Schema(implementation = SignedView.class),
                            examples = @ExampleObject(name = "signed", value = ApplicationExamples.SIGNED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`supporters-not-asked`, `cure-late`, `application-ended`, `applicant-erased`")
    public Response addSupporters(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @Valid @NotNull RowsRequest request) {
        var wrong = signPetition.sign(
                id,
                application,
                request.items().stream().map(RowRequest::written).toList());
        return Response.ok(standing(id, application, wrong)).build();
    }

    private SignedView standing(ProcessId id, UUID application, List<Wrong> wrong) {
        var process = processes.get(id);
        var law = process.regulation().admission().supporters().law();
        var needed = accreditAgent.supportersNeeded(process);
        return new SignedView(
                application,
                applications.get(id, application).stateOn(applications.today()),
                supporters.count(application),
                needed.isPresent() ? needed.getAsInt() : null,
                law,
                wrong.stream()
                        .map(each -> new RefusedView(each.row(), each.member(), each.code(), law))
                        .toList());
    }

    @POST
    @Path("/imports")
    @Consumes({"text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "importSupporters",
            summary = "Bring a list of supporters as a file",
            description =
                    "In CSV (comma or semicolon, with or without BOM) or JSON lines. Columns: document_kind (DNI where absent), document_number, names, address, signed (sí, x, 1)."
                            + " The same rules as for rows that are sent one by one; a refused row says column and rule, never what stood in it. Follow the job at `Location`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "supporters", value = ApplicationExamples.FILE)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; follow the job at `Location`",
            content =
                    @Content(
                            schema = @Schema(ref = "ImportJob"),
                            examples = @ExampleObject(name = "job", value = ApplicationExamples.JOB)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`supporters-not-asked`, `cure-late`, `application-ended`")
    public Response importSupporters(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @BeanParam ImportRequest request,
            InputStream file) {
        var process = signPetition.mustTakeAFile(id, application);
        return imports.start(
                SupporterImporter.KIND,
                process.entity(),
                Map.of(
                        "process",
                        id.toString(),
                        "application",
                        application.toString(),
                        "law",
                        process.regulation().admission().supporters().law()),
                request,
                file);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listSupporters",
            summary = "Supporters on a list",
            description =
                    "With names, documents and addresses, to be checked against the paper; each reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order of their ids",
            content =
                    @Content(
                            schema = @Schema(implementation = SupporterPage.class),
                            examples = @ExampleObject(name = "supporters", value = ApplicationExamples.SUPPORTER)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listSupporters(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        applications.get(id, application);
        var found = Page.of(
                supporters.list(application, page.after(UUID::fromString), page.limit + 1),
                page,
                Supporters.Supporter::id);
        accessLog.readOthers(id, found.items().size(), "list-supporters");
        return found.map(each -> new SupporterView(
                        each.id(),
                        each.document().kind(),
                        each.document().number(),
                        each.names(),
                        each.address(),
                        each.addedAt()))
                .toResponse(uri);
    }

    @POST
    @Path("/{supporter}/erasure")
    @Idempotent
    @Operation(
            operationId = "eraseSupporter",
            summary = "Erase a supporter",
            description =
                    "Destroys the key: of a row that was written down wrongly, or of somebody who wants to be forgotten (Ley 29733). While the application is open the row no longer counts.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response eraseSupporter(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @PathParam("supporter") UUID supporter) {
        signPetition.erase(id, application, supporter);
        return Response.noContent().build();
    }
}
