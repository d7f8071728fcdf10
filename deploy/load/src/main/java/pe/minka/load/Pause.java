package pe.minka.load;

import java.util.concurrent.TimeUnit;

/** Waiting, where waiting is part of a measurement. */
final class Pause {

    private Pause() {}

    static void of(long time, TimeUnit unit) {
        try {
            unit.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }
}
