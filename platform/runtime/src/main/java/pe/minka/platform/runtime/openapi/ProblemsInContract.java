package pe.minka.platform.runtime.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How refusals look in the contract: the same in all services. */
final class ProblemsInContract {

    /** Of the examples: names no refusal that ever was. */
    static final String INSTANCE = "urn:uuid:7d5c2d7e-2e7f-4a55-9f33-0d3c3f5a1b02";

    private ProblemsInContract() {}

    static Schema problem() {
        return object("Why a request was refused (RFC 9457), in the language that Accept-Language asks for")
                .required(List.of("type", "title", "status", "code"))
                .addProperty(
                        "type",
                        text("Stable; `urn:minka:problem:` and the code").format("uri"))
                .addProperty("title", text("The kind of problem in a few words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status")
                                .minimum(java.math.BigDecimal.valueOf(400))
                                .maximum(java.math.BigDecimal.valueOf(599)))
                .addProperty("detail", text("What is wrong here and what to do about it"))
                .addProperty(
                        "instance",
                        text("Names this one refusal, for asking those who operate the service")
                                .format("uri"))
                .addProperty("code", text("Stable; see the catalogue of problems"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Each thing that is wrong, where there are several")
                                .items(OASFactory.createSchema().ref("#/components/schemas/ProblemItem")));
    }

    static Schema item() {
        return object("One thing that is wrong")
                .required(List.of("pointer", "code", "detail"))
                .addProperty("pointer", text("JSON Pointer into the body, or the name of a parameter"))
                .addProperty("code", text("Stable"))
                .addProperty("detail", text("In the caller's language"));
    }

    static Map<String, APIResponse> responses() {
        var responses = new LinkedHashMap<String, APIResponse>();
        responses.put(
                "BadRequest",
                response(
                        "It cannot be read as meant: malformed, or values out of bounds",
                        400,
                        "invalid-request",
                        "Datos que no cumplen"));
        responses.put(
                "Unauthenticated", response("No valid access token", 401, "unauthenticated", "Falta identificarse"));
        responses.put(
                "Forbidden",
                response("None of the token's roles permits it", 403, "forbidden-role", "Rol sin permiso"));
        responses.put(
                "NotFound",
                response("It does not exist, or is out of the caller's reach", 404, "not-found", "No se encuentra"));
        responses.put(
                "Conflict",
                response(
                        "Right in itself, but not now: the state of things forbids it",
                        409,
                        "request-in-flight",
                        "La misma solicitud está en curso"));
        responses.put(
                "StaleVersion",
                response("Somebody changed it after it was read", 412, "stale-version", "La versión ya cambió"));
        responses.put(
                "UnsupportedMediaType",
                response(
                        "The body comes in a format that is not read here",
                        415,
                        "unsupported-media-type",
                        "Formato que no se lee"));
        responses.put(
                "Unprocessable",
                response(
                        "Well-formed, and against a rule",
                        422,
                        "idempotency-key-reused",
                        "Clave de idempotencia ya usada"));
        responses.put(
                "PreconditionRequired",
                response(
                        "`If-Match` must say which version is changed",
                        428,
                        "precondition-required",
                        "Falta decir qué versión se cambia"));
        responses.put(
                "OtherProblem",
                response(
                        "Any other refusal or failure",
                        503,
                        "temporarily-unavailable",
                        "No disponible por el momento"));
        return responses;
    }

    private static APIResponse response(String description, int status, String code, String title) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:minka:problem:" + code);
        example.put("title", title);
        example.put("status", status);
        example.put("instance", INSTANCE);
        example.put("code", code);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(example)));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
