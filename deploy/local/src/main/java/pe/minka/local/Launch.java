package pe.minka.local;

import pe.minka.local.part.PartProcess;
import pe.minka.local.process.OwnProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The start of a part, from its launch to its first good answer.
 *
 * @param patience with a machine that is busy
 */
record Launch(Duration patience) {

    private static final int LINES_OF_A_FAILED_PART = 25;

    void start(PartProcess part, Progress progress) {
        var obstacle = part.obstacle();
        if (obstacle.isPresent()) {
            progress.notStarted(part.title(), obstacle.get());
            return;
        }
        var running = part.running();
        if (running.isPresent() && part.ready(running.get())) {
            progress.alreadyRunning(part.title());
            return;
        }
        part.notice().ifPresent(notice -> progress.note(part.title() + ": " + notice));
        var begin = System.nanoTime();
        // one that a killed launcher left behind half started is waited for like our own
        awaitReady(part, running.orElseGet(part::launch), begin);
        progress.ready(part.title(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void awaitReady(PartProcess part, OwnProcess process, long begin) {
        while (!part.ready(process)) {
            if (!process.alive()) {
                throw new StackRefusal(part.title() + " ended while it started. Its last words, in " + part.log()
                        + ":\n" + end(part.log()));
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new StackRefusal(part.title() + " does not answer after " + patience.toSeconds()
                        + " seconds. Its last words, in " + part.log() + ":\n" + end(part.log()));
            }
            pause();
        }
    }

    private static String end(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILED_PART), lines.size()));
        } catch (IOException e) {
            return "(none)";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a part", e);
        }
    }
}
