package pe.minka.workshop.ballot;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets no more voters in at a time than are served in a moment, and tells the others at once to come again: before
 * their token is checked, which costs more than all the rest. So a crowd does not push out those who are inside.
 */
@ApplicationScoped
class Doorkeeper {

    /** After the headers for other origins are set, before anybody is asked who she is. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final long LONGEST_MILLIS = 2_000;
    private static final String PATH = "/v1/rounds/";
    private static final String LAST_SEGMENT = "/ballots";

    private final AtomicInteger inside = new AtomicInteger();
    private final BusyNotice notice;
    private final int most;

    Doorkeeper(BusyNotice notice, @ConfigProperty(name = "minka.ballots.at-once", defaultValue = "400") int most) {
        this.notice = notice;
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::meet, BEFORE_AUTHENTICATION);
    }

    private void meet(RoutingContext request) {
        if (!isCast(request)) {
            request.next();
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            notice.tell(request);
        } else {
            leaveAtTheEnd(request);
            letIn(request);
        }
    }

    private static boolean isCast(RoutingContext request) {
        var path = request.request().path();
        return request.request().method() == HttpMethod.POST
                && path != null
                && path.startsWith(PATH)
                && path.endsWith(LAST_SEGMENT);
    }

    /** Or after a while: who comes in and then says nothing keeps nobody out. */
    private void leaveAtTheEnd(RoutingContext request) {
        var gone = new AtomicBoolean();
        Runnable leave = () -> {
            if (gone.compareAndSet(false, true)) {
                inside.decrementAndGet();
            }
        };
        long patience = request.vertx().setTimer(LONGEST_MILLIS, late -> leave.run());
        request.addEndHandler(ended -> {
            request.vertx().cancelTimer(patience);
            leave.run();
        });
    }

    /**
     * Not at once, but when all who came at the same time have been met: else each would be served before the next is
     * seen, and nobody would ever be too many.
     */
    private static void letIn(RoutingContext request) {
        request.request().pause();
        request.vertx().getOrCreateContext().runOnContext(turn -> {
            request.request().resume();
            request.next();
        });
    }
}
