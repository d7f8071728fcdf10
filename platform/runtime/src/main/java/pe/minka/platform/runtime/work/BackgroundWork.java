package pe.minka.platform.runtime.work;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One piece of work after the other on a thread of its own, beside the requests. Where nothing is left it waits until it
 * is woken, or until its next sweep: another replica may have left something behind. What fails is told and tried again.
 */
public final class BackgroundWork {

    private static final int PAUSE_SECONDS = 2;
    private static final int LONGEST_GOODBYE_SECONDS = 5;

    /** One piece of work. */
    @FunctionalInterface
    public interface Piece {

        /** @return whether there was something to do; there may be more then */
        boolean take() throws Exception;
    }

    private final Duration sweep;
    private final Piece piece;
    private final Consumer<Exception> failed;
    private final Thread thread;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean running = true;
    private volatile Runnable atTheEnd = () -> {};

    /** @param failed tells what failed; not asked while the work is being stopped */
    public BackgroundWork(String name, Duration sweep, Piece piece, Consumer<Exception> failed) {
        this.sweep = sweep;
        this.piece = piece;
        this.failed = failed;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** For work that gives way to the requests. */
    public BackgroundWork ofLowRank() {
        thread.setPriority(Thread.MIN_PRIORITY);
        return this;
    }

    /** What the thread does before it ends, such as to close what it alone uses. */
    public BackgroundWork endingWith(Runnable ending) {
        atTheEnd = ending;
        return this;
    }

    public void start() {
        thread.start();
    }

    /** What is not done goes on after the next start. */
    public void stop() throws InterruptedException {
        running = false;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(LONGEST_GOODBYE_SECONDS));
    }

    public void wake() {
        arrivals.release();
    }

    private void work() {
        while (running) {
            var failure = takeOne();
            if (failure != null && running) {
                failed.accept(failure);
                pause();
            }
        }
        atTheEnd.run();
    }

    private @Nullable Exception takeOne() {
        try {
            if (!piece.take() && arrivals.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
                arrivals.drainPermits();
            }
            return null;
        } catch (InterruptedException stopped) {
            running = false;
            return null;
        } catch (Exception failure) {
            return failure;
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
