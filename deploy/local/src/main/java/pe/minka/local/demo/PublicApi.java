package pe.minka.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The five services as a frontend sees them: their addresses, JSON and bearer tokens, nothing else. */
public final class PublicApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, URI> addressOf;
    private final Accounts accounts;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param addressOf the base address of a service by its name: registry, workshop, … */
    public PublicApi(Function<String, URI> addressOf, Accounts accounts) {
        this.addressOf = addressOf;
        this.accounts = accounts;
    }

    /**
     * What a service answered.
     *
     * @param text the body as it came
     */
    public record Answer(int status, String text, HttpHeaders headers) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException("not JSON: " + text, notJson);
            }
        }

        public String etag() {
            return headers.firstValue("ETag").orElseThrow(() -> new IllegalStateException("no ETag"));
        }

        /** The last step of the Location header: the id of what was made. */
        public String madeId() {
            var location = headers.firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("no Location: " + status + " " + text));
            return location.substring(location.lastIndexOf('/') + 1);
        }

        /** The same answer, if it is a success. */
        public Answer orFail() {
            if (status >= 300) {
                throw new IllegalStateException("answered " + status + ": " + text);
            }
            return this;
        }
    }

    /** A request being written. Sent as nobody unless an account is named. */
    public final class Call {

        private final String method;
        private final URI address;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte[] body = {};

        private Call(String method, String service, String path) {
            this.method = method;
            this.address = URI.create(addressOf.apply(service) + path);
            if (method.equals("POST")) {
                headers.put("Idempotency-Key", UUID.randomUUID().toString());
            }
        }

        public Call as(String username) {
            return header("Authorization", "Bearer " + accounts.tokenOf(username));
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Call without(String name) {
            headers.remove(name);
            return this;
        }

        public Call ifMatch(String etag) {
            return header("If-Match", etag);
        }

        public Call json(Object content) {
            try {
                return body("application/json", JSON.writeValueAsBytes(content));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        public Call body(String mediaType, byte[] content) {
            body = content;
            return header("Content-Type", mediaType);
        }

        public Answer send() {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(60))
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body(), response.headers());
            } catch (IOException unreachable) {
                throw new UncheckedIOException(method + " " + address, unreachable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at " + address, stopped);
            }
        }

        /** Sends, and fails with the whole answer unless it is a success. */
        public Answer expectSuccess() {
            try {
                return send().orFail();
            } catch (IllegalStateException refused) {
                throw new IllegalStateException(method + " " + address + " " + refused.getMessage(), refused);
            }
        }
    }

    public Call get(String service, String path) {
        return new Call("GET", service, path);
    }

    public Call post(String service, String path) {
        return new Call("POST", service, path);
    }

    public Call put(String service, String path) {
        return new Call("PUT", service, path);
    }

    /**
     * Asks again until the answer shows what is waited for: facts travel between services in moments, not at once.
     *
     * @throws IllegalStateException after half a minute, with the last answer
     */
    public Answer await(Supplier<Call> call, Predicate<Answer> shown) {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        @Nullable Answer last = null;
        @Nullable Call asked = null;
        while (System.nanoTime() < patience) {
            asked = call.get();
            last = asked.send();
            if (shown.test(last)) {
                return last;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException(
                "not shown in time: " + (asked == null ? "" : asked.method + " " + asked.address)
                        + (last == null ? "" : " " + last.status() + " " + last.text()));
    }
}
