package pe.minka.workshop.ballot;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The problem {@code ballot-box-busy} as it is told at the door: the same document as everywhere, made beforehand, since
 * what is told to a crowd has to cost next to nothing.
 */
@Singleton
class BusyNotice {

    private static final String CODE = "ballot-box-busy";
    private static final String CONTENT_TYPE = "application/problem+json";
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int LONGEST_PAUSE = 4;

    private final ProblemTexts texts;
    private final Map<String, String> documents;
    private final String headers;

    BusyNotice(ProblemTexts texts, VertxHttpConfig http) {
        this.texts = texts;
        this.headers = headers(http);
        this.documents =
                ProblemTexts.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), this::beginning));
    }

    void tell(RoutingContext request) {
        var language = language(request.request().getHeader("Accept-Language"));
        request.response()
                .setStatusCode(SERVICE_UNAVAILABLE)
                .putHeader("Content-Type", CONTENT_TYPE)
                .putHeader("Content-Language", language)
                .putHeader("Retry-After", String.valueOf(pause()))
                .end(document(documents.getOrDefault(language, "")));
    }

    /** The whole answer, as it goes over the wire to one who keeps the connection. */
    byte[] encoded(@Nullable String acceptLanguage) {
        var language = language(acceptLanguage);
        var document = document(documents.getOrDefault(language, "")).getBytes(StandardCharsets.UTF_8);
        var head = ("HTTP/1.1 503 Service Unavailable\r\n" + headers + "Content-Type: " + CONTENT_TYPE
                        + "\r\nContent-Language: " + language + "\r\nRetry-After: " + pause() + "\r\nContent-Length: "
                        + document.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var answer = Arrays.copyOf(head, head.length + document.length);
        System.arraycopy(document, 0, answer, head.length, document.length);
        return answer;
    }

    private String language(@Nullable String accepted) {
        return accepted == null ? ProblemTexts.LANGUAGES.get(0) : texts.negotiate(accepted);
    }

    /** What the settings say for each answer; and that everybody may read this one, wherever a page comes from. */
    private static String headers(VertxHttpConfig http) {
        var headers = new StringBuilder();
        http.header().forEach((name, header) -> line(headers, name, header.value()));
        http.filter().values().stream()
                .filter(filter -> "/v1/rounds/0/ballots".matches(filter.matches()))
                .forEach(filter -> filter.header().forEach((name, value) -> line(headers, name, value)));
        line(headers, "Access-Control-Allow-Origin", "*");
        line(headers, "Access-Control-Expose-Headers", "Retry-After,Content-Language");
        return headers.toString();
    }

    private static void line(StringBuilder headers, String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
    }

    /** Seconds; not the same for all, or they would come again at the same moment. */
    private static int pause() {
        return 1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE);
    }

    private static String document(String beginning) {
        return beginning + UUID.randomUUID() + "\"}";
    }

    /** All but the end of its last member, the instance, which is another each time. */
    private String beginning(String language) {
        var document = new JsonObject()
                .put("type", Problem.TYPE_PREFIX + CODE)
                .put("status", SERVICE_UNAVAILABLE)
                .put("title", texts.text(language, CODE + ".title", Map.of()))
                .put("detail", texts.text(language, CODE + ".detail", Map.of()))
                .put("code", CODE)
                .encode();
        return document.substring(0, document.length() - 1) + ",\"instance\":\"urn:uuid:";
    }
}
