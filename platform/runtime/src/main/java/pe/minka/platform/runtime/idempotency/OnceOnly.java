package pe.minka.platform.runtime.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.idempotency.IdempotencyKeys.Answer;
import pe.minka.platform.runtime.problem.Problem;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps the promise of {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class OnceOnly implements Serializable {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final transient IdempotencyKeys keys;
    private final transient Caller caller;
    private final transient HttpHeaders headers;
    private final transient UriInfo uri;
    private final transient ObjectMapper json;
    private final transient KeyedIndex index;

    OnceOnly(
            IdempotencyKeys keys,
            Caller caller,
            HttpHeaders headers,
            UriInfo uri,
            ObjectMapper json,
            KeyedIndex index) {
        this.keys = keys;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
        this.index = index;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            throw Problem.badRequest("idempotency-key-missing").toException();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest("idempotency-key-malformed").toException();
        }
        var subject = caller.subject();
        var fingerprint = fingerprint(invocation);
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!keys.claim(subject, key)) {
                throw Problem.conflict("request-in-flight").toException();
            }
            var stored = keys.find(subject, key);
            if (stored.isPresent()) {
                return replay(stored.get(), fingerprint);
            }
            var response = (Response) invocation.proceed();
            if (response.getStatus() < 300) {
                keys.store(subject, key, answer(fingerprint, response));
            } else {
                QuarkusTransaction.setRollbackOnly();
            }
            return response;
        });
    }

    private static Response replay(Answer answer, String fingerprint) {
        if (!answer.fingerprint().equals(fingerprint)) {
            throw Problem.unprocessable("idempotency-key-reused").toException();
        }
        var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        answer.headers().forEach(response::header);
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).entity(answer.body());
        }
        return response.build();
    }

    private Answer answer(String fingerprint, Response response) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            var value = response.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        var body = response.hasEntity() ? write(response.getEntity()) : null;
        return new Answer(fingerprint, response.getStatus(), kept, body);
    }

    /** Keyed: a body such as one document number is guessed from a bare hash in seconds. */
    private String fingerprint(InvocationContext invocation) {
        var text =
                new StringBuilder(invocation.getMethod().getName()).append('\n').append(uri.getPath());
        var parameters = invocation.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAnnotationPresent(Context.class)
                    && !parameters[i].isAnnotationPresent(HeaderParam.class)) {
                text.append('\n').append(write(invocation.getParameters()[i]));
            }
        }
        return index.exactly("REQUEST", text.toString());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("not plain data: " + value, unwritable);
        }
    }
}
