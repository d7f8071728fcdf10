package pe.minka.local.kafka;

import pe.minka.local.process.QuietLog;

import java.nio.file.Path;

/** The broker as a program of its own: {@code <data folder> <port> <controller port>}. */
public final class BrokerProgram {

    private BrokerProgram() {}

    public static void main(String[] arguments) {
        QuietLog.install();
        var broker = KafkaBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        broker.awaitEnd();
    }
}
