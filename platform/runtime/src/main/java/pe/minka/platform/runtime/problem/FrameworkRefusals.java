package pe.minka.platform.runtime.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.util.Map;

/** Refusals that the framework would otherwise answer in its own way: no token, and JSON of another shape. */
@ApplicationScoped
class FrameworkRefusals {

    private static final int FIRST = 1;

    private final LocalisedProblems problems;

    FrameworkRefusals(LocalisedProblems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    Uni<Response> withoutToken(UnauthorizedException refused, RoutingContext request) {
        return unauthenticated(refused, request);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    Uni<Response> withBadToken(AuthenticationFailedException refused, RoutingContext request) {
        return unauthenticated(refused, request);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = FIRST)
    Response ofAnotherShape(MismatchedInputException unreadable, RoutingContext request) {
        return answer(400, "malformed-request", unreadable, request).build();
    }

    /** With what the caller has to bring instead, by the authentication mechanism's own word. */
    private Uni<Response> unauthenticated(Exception refused, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        Uni<Map<CharSequence, String>> challenge = authenticator == null
                ? Uni.createFrom().item(Map.of())
                : authenticator.getChallenge(request).map(each -> each == null ? Map.of() : each.getHeaders());
        return challenge.map(headers -> {
            var response = answer(401, "unauthenticated", refused, request);
            headers.forEach((name, value) -> response.header(name.toString(), value));
            return response.build();
        });
    }

    private Response.ResponseBuilder answer(int status, String code, Exception refused, RoutingContext request) {
        var uncoded = HttpProblem.builder().withStatus(status).withTitle(code).build();
        return Response.fromResponse(problems.apply(uncoded, ProblemContext.of(refused, request.normalizedPath()))
                .toResponse());
    }
}
