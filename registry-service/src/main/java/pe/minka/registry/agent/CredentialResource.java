package pe.minka.registry.agent;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.SpreadsheetText;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The credentials to hand out: who gets which card. */
@Path("/v1/processes/{process}/credentials")
@Tag(name = "Agents")
class CredentialResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final EntityManager database;
    private final People people;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;

    CredentialResource(EntityManager database, People people, Processes processes, AccessLog accessLog, Caller caller) {
        this.database = database;
        this.people = people;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    @GET
    @Produces(CSV)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listCredentials",
            summary = "Credentials to hand out",
            description =
                    "One line for each accredited agent: id, credential, organisation, role and names. For printing cards and for creating accounts."
                            + " The reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "A CSV file in UTF-8, by organisation",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "credentials", value = AgentExamples.CREDENTIALS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listCredentials(@PathParam("process") ProcessId id) {
        caller.mustActFor(processes.get(id).entity());
        List<Tuple> rows = database.createQuery(
                        "select a.id, a.credential, coalesce(o.name, ''), a.role, a.person from Agent a"
                                + " left join Organisation o on o.id = a.organisation"
                                + " where a.process = :process and a.state = :accredited order by o.name, a.id",
                        Tuple.class)
                .setParameter("process", id)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList();
        accessLog.read(id, rows.size(), "list-credentials");
        var known = people.read(rows.stream().map(row -> row.get(4, UUID.class)).toList());
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("agent", "credential", "organisation", "role", "names");
            rows.forEach(row -> csv.writeRecord(
                    row.get(0, UUID.class).toString(),
                    row.get(1, String.class),
                    SpreadsheetText.plain(Objects.requireNonNullElse(row.get(2, String.class), "")),
                    row.get(3, AgentRole.class).name(),
                    Optional.ofNullable(known.get(row.get(4, UUID.class)))
                            .map(PersonalRecord::names)
                            .map(SpreadsheetText::plain)
                            .orElse("")));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return Response.ok(text.toString(), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"credentials.csv\"")
                .build();
    }
}
