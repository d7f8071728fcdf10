package pe.minka.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples of the contracts, which are what the services promise each other. */
public final class Examples {

    private Examples() {}

    /**
     * A fresh copy, free to be changed.
     *
     * @param service the one that publishes it
     * @param type the middle of its type, {@code process-called}
     */
    public static ObjectNode event(String service, String type) {
        return (ObjectNode) Json.read(text(eventFile(service, type)));
    }

    static Path eventFile(String service, String type) {
        return Project.contracts().resolve("events").resolve(service).resolve(type + ".example.json");
    }

    static Path schemaFile(String service, String type) {
        return Project.contracts().resolve("events").resolve(service).resolve(type + ".schema.json");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
