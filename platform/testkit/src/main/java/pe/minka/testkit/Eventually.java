package pe.minka.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what another thread or service will have done in a moment. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    /** Repeats the assertion until it holds; after a minute, which a busy machine may need, its failure is the test's. */
    public static void that(ThrowingRunnable assertion) {
        value(() -> {
            assertion.run();
            return Boolean.TRUE;
        });
    }

    /** Repeats the question until it is answered without a failure. */
    public static <T> T value(Callable<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.call();
            } catch (AssertionError | Exception notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet instanceof AssertionError failed
                            ? failed
                            : new AssertionError("still failing after " + PATIENCE, notYet);
                }
                pause();
            }
        }
    }

    /** An assertion that may fail in any way. */
    @FunctionalInterface
    public interface ThrowingRunnable {
        void run() throws Exception;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", stopped);
        }
    }
}
