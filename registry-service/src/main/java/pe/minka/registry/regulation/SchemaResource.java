package pe.minka.registry.regulation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Scope;

/** The published form of regulations. */
@Path("/v1/schemas/regulation")
@Tag(name = "Regulations")
class SchemaResource {

    private final RegulationSchema schema;

    SchemaResource(RegulationSchema schema) {
        this.schema = schema;
    }

    @GET
    @Produces("application/schema+json")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getRegulationSchema",
            summary = "The JSON Schema of regulations",
            description =
                    "JSON Schema 2020-12 with titles, descriptions and articles: an editor that knows it guides whoever writes an ordinance.")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content =
                    @Content(
                            mediaType = "application/schema+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "schema",
                                            value =
                                                    "{\"$id\":\"urn:minka:schema:regulation:v1\",\"type\":\"object\"}")))
    public String getRegulationSchema() {
        return schema.text();
    }
}
