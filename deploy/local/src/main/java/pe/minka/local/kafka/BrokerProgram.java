package pe.minka.local.kafka;

import pe.minka.local.process.QuietLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker as a program of its own: {@code <data folder> <port> <controller port> <file>}. When it answers
 * it writes the number of its process into the file. */
public final class BrokerProgram {

    private BrokerProgram() {}

    public static void main(String[] arguments) throws IOException {
        QuietLog.install();
        var broker = KafkaBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        Files.writeString(Path.of(arguments[3]), ProcessHandle.current().pid() + "\n");
        broker.awaitEnd();
    }
}
