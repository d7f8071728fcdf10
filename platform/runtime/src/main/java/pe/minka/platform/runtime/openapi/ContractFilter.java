package pe.minka.platform.runtime.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says in the contract of each operation what its annotations mean: who may call it and for what, that it counts once
 * per key, and with which problems it may answer, each with an example.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String SCHEME = "keycloak";

    private final DeclaredOperations declared;
    private final ProblemExamples examples = new ProblemExamples();

    public ContractFilter(IndexView index) {
        this.declared = DeclaredOperations.in(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents()
                .addSchema("Problem", ProblemsInContract.problem())
                .addSchema("ProblemItem", ProblemsInContract.item())
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the identity provider, with the audience `minka`."));
        ProblemsInContract.responses().forEach(contract.getComponents()::addResponse);
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().forEach(this::describe);
        }
    }

    private void describe(PathItem path) {
        path.getOperations().values().forEach(operation -> {
            var method = declared.find(operation.getOperationId());
            if (method != null) {
                describe(path, operation, method);
            }
        });
    }

    private void describe(PathItem path, Operation operation, DeclaredOperations.Declared method) {
        operation.addExtension("x-roles", method.rolesWithScope());
        if (method.needsToken()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
        }
        if (method.idempotent() && parameter(path, operation, "Idempotency-Key") == null) {
            operation.addParameter(idempotencyKey());
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        examples.addTo(operation);
        answers(path, operation, method).forEach((status, name) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, reference(name));
            }
        });
    }

    private static Map<String, String> answers(PathItem path, Operation operation, DeclaredOperations.Declared method) {
        var answers = new java.util.LinkedHashMap<String, String>();
        boolean hasInput = !parameters(path, operation).isEmpty() || operation.getRequestBody() != null;
        if (hasInput) {
            answers.put("400", "BadRequest");
        }
        if (method.needsToken()) {
            answers.put("401", "Unauthenticated");
            answers.put("403", "Forbidden");
        }
        if (parameters(path, operation).stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)
                || method.scope().equals("own")) {
            answers.put("404", "NotFound");
        }
        if (method.changes()) {
            answers.put("409", "Conflict");
            answers.put("422", "Unprocessable");
        }
        if (parameter(path, operation, "If-Match") != null) {
            answers.put("412", "StaleVersion");
            answers.put("428", "PreconditionRequired");
        }
        if (operation.getRequestBody() != null) {
            answers.put("415", "UnsupportedMediaType");
        }
        answers.put("default", "OtherProblem");
        return answers;
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description(
                        "A value of this request's own. The same key with the same body gets the same answer, however often it is sent.")
                .example("7a1e0c1c-6b0e-4a53-9a39-2f1f4a5d1c11")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255));
    }

    private static @Nullable Parameter parameter(PathItem path, Operation operation, String name) {
        return parameters(path, operation).stream()
                .filter(each -> name.equals(each.getName()))
                .findFirst()
                .orElse(null);
    }

    private static List<Parameter> parameters(PathItem path, Operation operation) {
        var all = new ArrayList<Parameter>();
        if (path.getParameters() != null) {
            all.addAll(path.getParameters());
        }
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        return all;
    }
}
