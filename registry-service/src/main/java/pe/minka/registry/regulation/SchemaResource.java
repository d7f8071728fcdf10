package pe.minka.registry.regulation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.ProblemTexts;

/** The published form of regulations. */
@Path("/v1/schemas/regulation")
@Tag(name = "Regulations")
class SchemaResource {

    private final RegulationSchema schema;
    private final ProblemTexts languages;

    SchemaResource(RegulationSchema schema, ProblemTexts languages) {
        this.schema = schema;
        this.languages = languages;
    }

    @GET
    @Produces("application/schema+json")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getRegulationSchema",
            summary = "The JSON Schema of regulations",
            description =
                    "JSON Schema 2020-12 with titles, descriptions and articles: an editor that knows it guides whoever writes an ordinance."
                            + " With `Accept-Language: es` or `qu` the titles are in that language.")
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
    public Response getRegulationSchema(
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("en") String language) {
        var named = languages.negotiate(language);
        return Response.ok(named.equals("en") ? schema.text() : schema.named(named))
                .header("Content-Language", named)
                .header("Vary", "Accept-Language")
                .build();
    }
}
