package pe.minka.workshop.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.HexFormat;
import java.util.UUID;

/** Photographs of the sheets that tables wrote. They show signatures: for staff, the vigilance committee, auditors. */
@Path("/v1")
@Tag(name = "Paper ballots", description = "Tables: issued, struck off, reconciled, read twice, photographed")
class SheetResource {

    private final PaperTables tables;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;

    SheetResource(PaperTables tables, Polling polling, Processes processes, Caller caller) {
        this.tables = tables;
        this.polling = polling;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "AttachedSheet")
    record AttachedView(UUID sheet, String mediaType, int bytes, String sha256) {}

    @POST
    @Path("/paper-tables/{table}/sheets")
    @Consumes({"image/jpeg", "image/png", "application/pdf"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            summary = "Attach the photograph of a sheet",
            description =
                    "JPEG, PNG or PDF up to 8 MiB, told by its first bytes. The same bytes are attached once; what"
                            + " is attached is never changed nor removed.")
    @APIResponse(
            responseCode = "201",
            description = "Attached",
            content =
                    @Content(
                            schema = @Schema(implementation = AttachedView.class),
                            examples =
                                    @ExampleObject(
                                            name = "sheet",
                                            value =
                                                    "{\"sheet\":\"8e0f1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b\",\"mediaType\":\"image/jpeg\",\"bytes\":184320,\"sha256\":\"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(responseCode = "409", description = "`vote-not-open`")
    @APIResponse(responseCode = "422", description = "`sheet-too-large`, `sheet-not-a-photograph`")
    public Response attachSheet(
            @PathParam("table") UUID id,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    byte[] content) {
        var table = tables.known(id);
        processes.ofCaller(polling.known(table.round()).process());
        polling.held(table.round()).mustBeOpen();
        if (content.length > SheetPhoto.LARGEST) {
            throw Problem.unprocessable("sheet-too-large")
                    .with("most", SheetPhoto.LARGEST)
                    .toException();
        }
        var photo = SheetPhoto.of(content)
                .orElseThrow(
                        () -> Problem.unprocessable("sheet-not-a-photograph").toException());
        var hash = HexFormat.of().formatHex(Hashes.sha256(content));
        var sheet = tables.attach(id, photo.mediaType(), content, hash, caller.subject());
        return Response.status(Response.Status.CREATED)
                .entity(new AttachedView(sheet.sheet(), sheet.mediaType(), sheet.bytes(), sheet.sha256()))
                .build();
    }

    @GET
    @Path("/paper-sheets/{sheet}")
    @Produces("application/octet-stream")
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.VIGILANCE_MEMBER, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(summary = "Download a sheet", description = "As it was attached, to the byte.")
    @APIResponse(
            responseCode = "200",
            description = "The photograph",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such sheet within the caller's reach")
    public Response downloadSheet(@PathParam("sheet") UUID id) {
        var sheet = tables.sheet(id);
        if (!caller.hasRole(Roles.AUDITOR)) {
            processes.ofCaller(
                    polling.known(tables.known(sheet.table()).round()).process());
        }
        return Response.ok(tables.content(id))
                .header("Content-Disposition", "attachment; filename=\"" + id + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
