package pe.minka.local.command;

import pe.minka.local.Progress;

import java.time.Duration;

/** A line for each part. */
final class PrintedProgress implements Progress {

    @Override
    public void ready(String part, Duration after) {
        line(part, String.format("ready after %.1f s", after.toMillis() / 1000.0));
    }

    @Override
    public void alreadyRunning(String part) {
        line(part, "runs already");
    }

    @Override
    public void notStarted(String part, String why) {
        line(part, "NOT STARTED: " + why);
    }

    @Override
    public void note(String text) {
        System.out.println(text);
    }

    private static void line(String part, String text) {
        System.out.printf("  %-14s %s%n", part, text);
    }
}
