package pe.minka.workshop.ballot;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Where all ballots of a round are gone through for whoever asks: one at a time, so that nobody slows a vote by doubting. */
@ApplicationScoped
class RecountDesk {

    private static final String RETRY_AFTER = "5";

    private final Semaphore free = new Semaphore(1);

    <T> T recount(Supplier<T> count) {
        if (!free.tryAcquire()) {
            throw HttpProblem.builder(Problem.of(503, "recount-busy").toException())
                    .withHeader("Retry-After", RETRY_AFTER)
                    .build();
        }
        try {
            return count.get();
        } finally {
            free.release();
        }
    }
}
