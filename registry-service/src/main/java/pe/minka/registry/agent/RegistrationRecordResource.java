package pe.minka.registry.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The registration record that regional governments ask for, as a file. */
@Path("/v1/processes/{process}/registration-record")
@Tag(name = "Roll")
class RegistrationRecordResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String LINES = "application/x-ndjson";
    private static final String EXAMPLE = """
            nombres,tipo_documento,numero_documento,sexo,fecha_nacimiento,telefono,correo,direccion,cargo,organizacion,tipo,ambito,numero_miembros,anios_vida,partida_registral,representante_legal,grado_instruccion,pp_anteriores,provincia,distrito,suplente_nombres,suplente_tipo_documento,suplente_numero_documento,suplente_sexo,suplente_fecha_nacimiento,suplente_telefono,suplente_correo,suplente_direccion,suplente_cargo,suplente_grado_instruccion,suplente_pp_anteriores,faltan
            Persona de Ejemplo,DNI,00000001,F,1980-05-17,984000000,,,PRESIDENTA,Comunidad Campesina de Ejemplo,ORGANIZADA,PROVINCIAL,120,35,,Representante de Ejemplo,SECUNDARIA,1,Cotabambas,Coyllurqui,,,,,,,,,,,,correo direccion partida_registral
            """;

    private final RegistrationRecords records;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;
    private final ObjectMapper json;

    RegistrationRecordResource(
            RegistrationRecords records, Processes processes, AccessLog accessLog, Caller caller, ObjectMapper json) {
        this.records = records;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
        this.json = json;
    }

    /** The form of the file. */
    enum Form {
        csv,
        ndjson
    }

    @GET
    @Produces({CSV, LINES})
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "exportRegistrationRecord",
            summary = "The registration record as the legal forms ask for it",
            description =
                    "One line for each principal with the organisation and the alternate, under the fields of the forms of Callao (annex 4), Huancavelica and"
                            + " Ica (form 2), in their order. The three ask for the same fields under names of their own, so that one layout serves each of them"
                            + " and no form is to be chosen. Fields that are not on record stay empty; the last column names them. Telephone, e-mail, address,"
                            + " position and education are kept only where the ordinance asks for them (`accreditation.particulars`). In CSV a field that a spreadsheet"
                            + " would take for a formula begins with an apostrophe. Streamed; the reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "record", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response exportRegistrationRecord(
            @PathParam("process") ProcessId id,
            @Parameter(description = "CSV, or JSON lines.") @QueryParam("as") @DefaultValue("csv") Form form) {
        caller.mustActFor(processes.get(id).entity());
        accessLog.read(id, records.count(id), "registration-record");
        StreamingOutput content = out -> {
            if (form == Form.csv) {
                csv(id, out);
            } else {
                lines(id, out);
            }
        };
        return Response.ok(content, form == Form.csv ? CSV : LINES)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registration-record." + form + "\"")
                .build();
    }

    private void csv(ProcessId id, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(RegistrationRecord.COLUMNS);
        records.each(id, each -> csv.writeRecord(each.plainFields()));
        csv.flush();
        text.flush();
    }

    private void lines(ProcessId id, OutputStream out) {
        records.each(id, each -> {
            try {
                out.write(json.writeValueAsBytes(each.named()));
                out.write('\n');
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }
}
