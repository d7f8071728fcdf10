package pe.minka.workshop.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;
import pe.minka.workshop.session.SessionRecords;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The documents of a session. */
@Path("/v1/workshops/{workshop}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workshops")
class SessionDocumentResource {

    private static final String NEW_DOCUMENT = """
            {"kind":"ACCOUNTS","title":"Rendición de cuentas 2015",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "address":"https://www.municoyllurqui.gob.pe/rendicion-2015.pdf"}""";
    private static final String DOCUMENT = """
            {"document":"0d9f6c1a-5b3e-4c21-8f5d-7a1c2e3d4f50","kind":"ACCOUNTS","title":"Rendición de cuentas 2015",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "address":"https://www.municoyllurqui.gob.pe/rendicion-2015.pdf","attachedAt":"2016-04-09T14:30:00Z"}""";
    private static final String DOCUMENTS = "{\"items\":[" + DOCUMENT + "]}";

    private final SessionDocuments documents;
    private final SessionRecords sessions;
    private final Processes processes;

    SessionDocumentResource(SessionDocuments documents, SessionRecords sessions, Processes processes) {
        this.documents = documents;
        this.sessions = sessions;
        this.processes = processes;
    }

    /** @param address where anyone may read it; the hash tells whether it is still the same */
    @Schema(name = "NewSessionDocument")
    record DocumentRequest(
            SessionDocuments.@NotNull Kind kind,
            @NotBlank @Size(max = 300) String title,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,

            @Nullable @Size(max = 1000) @Pattern(regexp = "https://.*")
            String address) {}

    @Schema(name = "SessionDocument")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentView(
            UUID document,
            SessionDocuments.Kind kind,
            String title,
            String sha256,
            @Nullable String address,
            Instant attachedAt) {}

    @Schema(name = "SessionDocuments")
    record DocumentsView(List<DocumentView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Attach a document to a session",
            description = "By its SHA-256 and, where it is published, its address: accounts of the year before, the"
                    + " budget, a diagnosis. A regulation may ask for one before a round opens.")
    @APIResponse(
            responseCode = "201",
            description = "Attached",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "document", value = DOCUMENT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(responseCode = "409", description = "`document-already-attached`")
    public Response attachDocument(
            @PathParam("workshop") UUID workshop,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "document", value = NEW_DOCUMENT)))
                    @Valid
                    @NotNull
                    DocumentRequest request) {
        processes.ofCaller(sessions.processOf(workshop));
        var attached = documents.attach(workshop, request.kind(), request.title(), request.sha256(), request.address());
        return Response.created(URI.create("/v1/workshops/" + workshop + "/documents"))
                .entity(view(attached))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the documents of a session", description = "In the order in which they were attached.")
    @APIResponse(
            responseCode = "200",
            description = "The documents",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentsView.class),
                            examples = @ExampleObject(name = "documents", value = DOCUMENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop")
    public DocumentsView listDocuments(@PathParam("workshop") UUID workshop) {
        sessions.processOf(workshop);
        return new DocumentsView(documents.of(workshop).stream()
                .map(SessionDocumentResource::view)
                .toList());
    }

    private static DocumentView view(SessionDocuments.Attached attached) {
        return new DocumentView(
                attached.document(),
                attached.kind(),
                attached.title(),
                attached.sha256(),
                attached.address(),
                attached.attachedAt());
    }
}
