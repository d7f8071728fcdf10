package pe.minka.platform.runtime.problem;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import pe.minka.platform.core.Keepable;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Refuses an address with what could not be kept, as {@link Keepable} has it, before anybody looks at the address. */
@ApplicationScoped
class KeepableParameters {

    /** ISO 8601 writes the years before 1 and past 9999 with a sign, or as 0000. */
    private static final Pattern FAR_DAY = Pattern.compile("(?:[+-]\\d{4,10}|0000)-\\d{2}-\\d{2}(?:T.*)?");

    private static final String PATH = "path";

    /** Most addresses are of plain characters and need no second look. */
    @ServerRequestFilter(preMatching = true)
    void check(HttpServerRequest request) {
        var address = request.uri();
        if (address.indexOf('%') < 0 && !address.contains("=-") && !address.contains("=0000")) {
            return;
        }
        var decoder = new QueryStringDecoder(address);
        var problem = Problem.badRequest("malformed-request");
        try {
            for (String segment : decoder.path().split("/", -1)) {
                refuseCharacter(PATH, segment, problem);
            }
            for (Map.Entry<String, List<String>> parameter :
                    decoder.parameters().entrySet()) {
                var name = Keepable.refusedIn(parameter.getKey()) == null ? parameter.getKey() : "query";
                refuseCharacter(name, parameter.getKey(), problem);
                parameter.getValue().forEach(value -> {
                    refuseCharacter(name, value, problem);
                    refuseFarDay(name, value, problem);
                });
            }
        } catch (IllegalArgumentException unreadable) {
            throw problem.toException();
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static void refuseCharacter(String parameter, String text, Problem problem) {
        var refused = Keepable.refusedIn(text);
        if (refused != null) {
            problem.error(parameter, "refused-character", "character", refused);
        }
    }

    private static void refuseFarDay(String parameter, String text, Problem problem) {
        if (FAR_DAY.matcher(text).matches()) {
            problem.error(parameter, "unreadable", "reason", "the year is not one of 1 to 9999");
        }
    }
}
