package pe.minka.platform.runtime.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Why a request was refused and what to do about it (RFC 9457). Its code is stable; its texts come from
 * {@code problems/messages_<language>.properties} in the language that the caller accepts.
 *
 * <pre>{@code throw Problem.conflict("vote-not-open").with("opensAt", round.opensAt()).toException();}</pre>
 */
public final class Problem {

    /** Before each stable code: {@code urn:minka:problem:vote-not-open}. */
    public static final String TYPE_PREFIX = "urn:minka:problem:";

    /** Values that fill the texts and are no members; never leaves the service. */
    static final String TEXT_ONLY = "minka.text-only";

    private static final Set<String> RESERVED =
            Set.of("type", "title", "status", "detail", "instance", "code", "errors");
    private static final StatusType UNPROCESSABLE = new OtherStatus(422, "Unprocessable Content");

    /** One that JAX-RS has no name for. */
    private record OtherStatus(int code, String reason) implements StatusType {

        @Override
        public int getStatusCode() {
            return code;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.familyOf(code);
        }

        @Override
        public String getReasonPhrase() {
            return reason;
        }
    }

    private final StatusType status;
    private final String code;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Item> errors = new ArrayList<>();

    /**
     * One thing that is wrong among possibly several.
     *
     * @param pointer JSON pointer into the request body, or the name of a parameter
     */
    record Item(String pointer, String code, Map<String, Object> members) {}

    private Problem(StatusType status, String code) {
        this.status = status;
        this.code = code;
    }

    /** A request that cannot be read as meant. */
    public static Problem badRequest(String code) {
        return new Problem(Status.BAD_REQUEST, code);
    }

    public static Problem forbidden(String code) {
        return new Problem(Status.FORBIDDEN, code);
    }

    /** The same for what does not exist and for what is out of the caller's reach. */
    public static Problem notFound() {
        return new Problem(Status.NOT_FOUND, "not-found");
    }

    /** Right in itself, but not now: the state of things forbids it. */
    public static Problem conflict(String code) {
        return new Problem(Status.CONFLICT, code);
    }

    /** Well-formed, and against a rule. */
    public static Problem unprocessable(String code) {
        return new Problem(UNPROCESSABLE, code);
    }

    public static Problem of(int status, String code) {
        var known = Status.fromStatusCode(status);
        return new Problem(known == null ? new OtherStatus(status, code) : known, code);
    }

    /**
     * Fills {@code {name}} in the texts, and stands in the document as a member of its own; the names that RFC 9457
     * keeps for itself ({@code title}, {@code status} ...) only fill the texts.
     */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** @param namesAndValues in turn a name and its value, filling the item's text */
    public Problem error(String pointer, String itemCode, Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        errors.add(new Item(pointer, itemCode, values));
        return this;
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** To be thrown: the transaction rolls back and nothing is half-written. */
    public HttpProblem toException() {
        var problem = HttpProblem.builder()
                .withType(java.net.URI.create(TYPE_PREFIX + code))
                .withStatus(status)
                .withInstance(java.net.URI.create("urn:uuid:" + UUID.randomUUID()))
                .with("code", code);
        var textOnly = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> {
            if (RESERVED.contains(name)) {
                textOnly.put(name, printable(value));
            } else {
                problem.with(name, printable(value));
            }
        });
        if (!textOnly.isEmpty()) {
            problem.with(TEXT_ONLY, textOnly);
        }
        if (!errors.isEmpty()) {
            problem.with("errors", List.copyOf(errors));
        }
        return problem.build();
    }

    /** What fills the texts of a problem. */
    public static Map<String, Object> valuesOf(HttpProblem problem) {
        var values = new LinkedHashMap<>(problem.getParameters());
        if (values.remove(TEXT_ONLY) instanceof Map<?, ?> textOnly) {
            textOnly.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        values.remove("errors");
        return values;
    }

    private static Object printable(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof Iterable
                ? value
                : String.valueOf(value);
    }
}
