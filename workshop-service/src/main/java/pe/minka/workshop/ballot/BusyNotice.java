package pe.minka.workshop.ballot;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

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
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int LONGEST_PAUSE = 4;

    private final ProblemTexts texts;
    private final Map<String, String> documents;

    BusyNotice(ProblemTexts texts) {
        this.texts = texts;
        this.documents = ProblemTexts.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), this::document));
    }

    void tell(RoutingContext request) {
        var accepted = request.request().getHeader("Accept-Language");
        var language = accepted == null ? ProblemTexts.LANGUAGES.get(0) : texts.negotiate(accepted);
        request.response()
                .setStatusCode(SERVICE_UNAVAILABLE)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", language)
                .putHeader("Retry-After", String.valueOf(pause()))
                .end(documents.get(language) + UUID.randomUUID() + "\"}");
    }

    /** Seconds; not the same for all, or they would come again at the same moment. */
    private static int pause() {
        return 1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE);
    }

    /** All but the end of its last member, the instance, which is another each time. */
    private String document(String language) {
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
