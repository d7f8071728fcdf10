package pe.minka.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** A log of warnings and errors, one line each. */
public final class QuietLog {

    private QuietLog() {}

    public static void install() {
        try (var settings = QuietLog.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
