package pe.minka.workshop.ballot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

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

    /**
     * Of one thread of connections. It takes what has arrived on all of them in one turn, and only then looks again: how
     * many come in a turn tells how far it is behind, before any of them has cost much.
     */
    private static final class Turn {
        private int met;

        private boolean isCrowded() {
            return met >= MOST_A_TURN;
        }

        private void meet(Executor thread) {
            if (met++ == 0) {
                thread.execute(() -> met = 0);
            }
        }
    }

    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAdder turnedAway = new LongAdder();
    private final BusyNotice notice;
    private final int most;

    Doorkeeper(
            BusyNotice notice,
            MeterRegistry measures,
            @ConfigProperty(name = "minka.ballots.at-once", defaultValue = "200") int most) {
        this.notice = notice;
        this.most = most;
        FunctionCounter.builder("minka.ballots.turned.away", turnedAway, LongAdder::doubleValue)
                .description("Ballots told to come again because of a crowd; most of them show in no measure of HTTP")
                .register(measures);
    }

    void register(@Observes Filters filters) {
        filters.register(this::meet, BEFORE_AUTHENTICATION);
    }

    private void meet(RoutingContext request) {
        if (!isCast(request.request().method().name(), request.request().path())) {
            request.next();
            return;
        }
        Turnstile.putUp(request, this, notice);
        var turn = turns.get();
        boolean isCrowded = turn.isCrowded();
        turn.meet(reset -> request.vertx().runOnContext(over -> reset.run()));
        if (isCrowded) {
            turnAway(request);
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            turnAway(request);
        } else {
            leaveAtTheEnd(request);
            request.next();
        }
    }

    private void turnAway(RoutingContext request) {
        turnedAway.increment();
        notice.tell(request);
    }

    /** Whether whoever comes now is turned away. Called by the thread of the connection. */
    boolean isCrowded(Executor thread) {
        var turn = turns.get();
        if (!turn.isCrowded() && inside.get() < most) {
            return false;
        }
        turn.meet(thread);
        turnedAway.increment();
        return true;
    }

    /** @param path without a query: what asks for more than to cast is no cast */
    static boolean isCast(String method, @Nullable String path) {
        return method.equals("POST") && path != null && path.startsWith(PATH) && path.endsWith(LAST_SEGMENT);
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
