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

    private static final int MOST_A_TURN = 250;

    /** Of one thread. */
    private static final class Turn {
        private int met;
    }

    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);
    private final AtomicInteger inside = new AtomicInteger();
    private final BusyNotice notice;
    private final int most;

    Doorkeeper(BusyNotice notice, @ConfigProperty(name = "minka.ballots.at-once", defaultValue = "200") int most) {
        this.notice = notice;
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::meet, BEFORE_AUTHENTICATION);
    }

    private void meet(RoutingContext request) {
        if (!isCast(request)) {
            request.next();
        } else if (isCrowdOfThisTurn(request)) {
            notice.tell(request);
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            notice.tell(request);
        } else {
            leaveAtTheEnd(request);
            request.next();
        }
    }

    /**
     * A thread of connections takes what has arrived on all of them in one turn, and only then looks again: how many
     * come in a turn tells how far it is behind, before any of them has cost much.
     */
    private boolean isCrowdOfThisTurn(RoutingContext request) {
        var turn = turns.get();
        if (turn.met++ == 0) {
            request.vertx().runOnContext(over -> turn.met = 0);
        }
        return turn.met > MOST_A_TURN;
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
}
