package pe.minka.platform.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.json.RefusedCharacter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every refusal, the framework's too, its stable code and its texts in the caller's language. */
@Singleton
class LocalisedProblems implements ProblemPostProcessor {

    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed-request",
            401, "unauthenticated",
            403, "forbidden-role",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            503, "temporarily-unavailable");

    private final ProblemTexts texts;
    private final CurrentVertxRequest request;
    private volatile boolean stopped;

    LocalisedProblems(ProblemTexts texts, CurrentVertxRequest request) {
        this.texts = texts;
        this.request = request;
    }

    /** The library's list of us outlives the application where several start in one program, as in tests. */
    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (stopped) {
            return problem;
        }
        var coded = problem.getParameters().containsKey("code") ? problem : coded(problem, context.cause);
        var language = texts.negotiate(acceptLanguage());
        var members = coded.getParameters();
        var code = String.valueOf(members.get("code"));
        var values = Problem.valuesOf(coded);
        var localised = HttpProblem.builder()
                .withType(coded.getType())
                .withStatus(coded.getStatusCode())
                .withInstance(coded.getInstance())
                .withTitle(texts.text(language, code + ".title", values))
                .withDetail(texts.text(language, code + ".detail", values))
                .withHeader("Content-Language", language);
        coded.getHeaders().forEach(localised::withHeader);
        members.forEach((name, value) -> {
            if (!Problem.TEXT_ONLY.equals(name)) {
                localised.with(name, "errors".equals(name) ? items(language, value) : value);
            }
        });
        return localised.build();
    }

    private HttpProblem coded(HttpProblem problem, Throwable cause) {
        if (cause instanceof ConstraintViolationException invalid) {
            return invalidRequest(invalid);
        }
        var unreadable = unreadableJson(cause);
        if (unreadable != null) {
            return malformedBody(unreadable);
        }
        int status = isMalformedParameter(cause) ? 400 : problem.getStatusCode();
        var code = CODES.getOrDefault(status, status >= 500 ? "internal-error" : "malformed-request");
        var withCode = Problem.of(status, code).toException();
        var result = HttpProblem.builder(withCode);
        problem.getHeaders().forEach(result::withHeader);
        return result.build();
    }

    /**
     * JAX-RS answers 404 to every parameter that it cannot convert. That is right for an id in the path, which is then
     * unknown; a parameter of the query is a mistake in the request.
     */
    private boolean isMalformedParameter(Throwable cause) {
        if (!(cause instanceof NotFoundException) || cause.getCause() == null) {
            return false;
        }
        var current = currentRequest();
        var why = String.valueOf(cause.getCause().getMessage());
        return current != null
                && current.queryParams().entries().stream()
                        .map(Map.Entry::getValue)
                        .anyMatch(value -> !value.isEmpty() && why.contains(value))
                && !Arrays.asList(current.normalizedPath().split("/", -1)).stream()
                        .anyMatch(segment -> !segment.isEmpty() && why.contains(segment));
    }

    private static HttpProblem invalidRequest(ConstraintViolationException invalid) {
        var problem = Problem.badRequest("invalid-request");
        invalid.getConstraintViolations().stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(
                        violation -> problem.error(pointer(violation), "constraint", "reason", violation.getMessage()));
        return problem.toException();
    }

    private static HttpProblem malformedBody(JsonProcessingException unreadable) {
        var where = new StringBuilder();
        if (unreadable instanceof JsonMappingException mapping) {
            mapping.getPath()
                    .forEach(step -> where.append('/')
                            .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        }
        var location = unreadable.getLocation();
        var problem = Problem.badRequest("malformed-body")
                .with("line", location == null ? 0 : location.getLineNr())
                .with("column", location == null ? 0 : location.getColumnNr());
        return unreadable instanceof RefusedCharacter refused
                ? problem.error(where.toString(), "refused-character", "character", refused.character())
                        .toException()
                : problem.error(where.toString(), "unreadable", "reason", firstLine(unreadable.getOriginalMessage()))
                        .toException();
    }

    private static String firstLine(String message) {
        var plain =
                message.lines().findFirst().orElse("").replaceAll("`?(?:pe\\.minka|java)\\.[\\w.$]*[.$](\\w+)`?", "$1");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }

    private static @Nullable JsonProcessingException unreadableJson(Throwable cause) {
        for (Throwable step = cause; step != null; step = step.getCause()) {
            if (step instanceof JsonProcessingException json) {
                return json;
            }
        }
        return null;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (depth++ > 1 && node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.isEmpty() ? lastName(violation) : pointer.toString();
    }

    private static String lastName(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    private List<Map<String, Object>> items(String language, Object value) {
        var items = new ArrayList<Map<String, Object>>();
        for (Object each : (List<?>) value) {
            var item = (Problem.Item) each;
            var shown = new LinkedHashMap<String, Object>();
            shown.put("pointer", item.pointer());
            shown.put("code", item.code());
            shown.put("detail", texts.text(language, item.code() + ".error", item.members()));
            item.members().forEach(shown::putIfAbsent);
            items.add(shown);
        }
        return items;
    }

    private String acceptLanguage() {
        var current = currentRequest();
        var header = current == null ? null : current.request().getHeader("Accept-Language");
        return header == null ? "es" : header;
    }

    private @Nullable RoutingContext currentRequest() {
        try {
            return request.getCurrent();
        } catch (ContextNotActiveException outsideARequest) {
            return null;
        }
    }
}
