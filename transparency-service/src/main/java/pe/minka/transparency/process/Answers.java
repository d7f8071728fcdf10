package pe.minka.transparency.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import pe.minka.platform.core.Hashes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that many people read and that seldom change: rendered once for each change, tagged with the hash of what
 * they say, so that replicas and rebuilds agree on the tag.
 */
@ApplicationScoped
public class Answers {

    private static final int KEPT = 512;
    private static final int FRESH_SECONDS = 5;

    private final Map<String, Answer> kept = new LinkedHashMap<>();

    private record Answer(String stamp, byte[] body, EntityTag tag) {}

    /**
     * @param key what is answered, in which form and language
     * @param stamp changes when the answer may have changed
     */
    public Response respond(String key, String stamp, String type, Request request, Supplier<byte[]> render) {
        var answer = answer(key, stamp, render);
        var fresh = new CacheControl();
        fresh.setMaxAge(FRESH_SECONDS);
        var unchanged = request.evaluatePreconditions(answer.tag());
        var response = unchanged != null ? unchanged : Response.ok(answer.body(), type);
        return response.tag(answer.tag())
                .cacheControl(fresh)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private Answer answer(String key, String stamp, Supplier<byte[]> render) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null && known.stamp().equals(stamp)) {
                return known;
            }
        }
        var body = render.get();
        var answer =
                new Answer(stamp, body, new EntityTag(Hashes.sha256Hex(body).substring(0, 32)));
        synchronized (kept) {
            kept.remove(key);
            kept.put(key, answer);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return answer;
    }
}
