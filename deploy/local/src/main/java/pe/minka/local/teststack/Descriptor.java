package pe.minka.local.teststack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running test stack is found. Kept in a file that only its user may read.
 *
 * @param token what a client must know to take a lease
 */
record Descriptor(int controlPort, String token, int postgresPort, String kafka, Path log) {

    static final String FILE = "descriptor.properties";

    static Optional<Descriptor> read(Path folder) {
        var properties = new Properties();
        try (var content = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(content);
            return Optional.of(new Descriptor(
                    Integer.parseInt(properties.getProperty("control.port")),
                    properties.getProperty("token"),
                    Integer.parseInt(properties.getProperty("postgres.port")),
                    properties.getProperty("kafka"),
                    Path.of(properties.getProperty("log"))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        var properties = new Properties();
        properties.setProperty("control.port", String.valueOf(controlPort));
        properties.setProperty("token", token);
        properties.setProperty("postgres.port", String.valueOf(postgresPort));
        properties.setProperty("kafka", kafka);
        properties.setProperty("log", log.toString());
        var fresh = Files.createTempFile(folder, "descriptor", ".new");
        try (var content = Files.newBufferedWriter(fresh)) {
            properties.store(content, "the shared test stack; it ends by itself");
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
