package pe.minka.local.kafka;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * One node that is broker and controller, over a data folder that outlives it. Topics make themselves, with three
 * partitions.
 */
public final class KafkaBroker {

    public static final String HOST = "127.0.0.1";

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts it and returns when it answers. A data folder that was used before keeps its records. */
    public static KafkaBroker start(Path data, int port, int controllerPort) {
        format(data);
        var config = KafkaConfig.fromProps(settings(data, port, controllerPort), false);
        var broker = new KafkaBroker(new KafkaRaftServer(config, Time.SYSTEM), port);
        broker.server.startup();
        return broker;
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** A broker that is not closed makes the next start over its data wait some seconds more. */
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    void awaitEnd() {
        server.awaitShutdown();
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's data folder could not be made: " + data, e);
        }
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "log.dirs",
                data.toString(),
                "controller.quorum.voters",
                NODE + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + HOST + ":" + port));
        settings.putAll(oneNode());
        settings.putAll(smallMachine());
        return settings;
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "3",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    /** Records are kept for ever: a read model is rebuilt from the first one. */
    private static Map<String, String> smallMachine() {
        return Map.of(
                "num.partitions", "3",
                "auto.create.topics.enable", "true",
                "log.retention.ms", "-1",
                "log.segment.bytes", String.valueOf(64 << 20),
                "log.index.size.max.bytes", String.valueOf(1 << 20),
                "log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20),
                "log.cleaner.threads", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2");
    }
}
