package pe.minka.local.part;

import pe.minka.local.process.Folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where one stack keeps its data, its logs and what it knows of its processes.
 *
 * @param folder {@code .minka} of the project, unless a test says another
 */
public record Home(Path folder) {

    private static final List<String> WIPED =
            List.of("data", "keycloak", "services", "logs", "run", "secrets.properties", "demo-loaded", "port-base");

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path data(Part part) {
        return folder.resolve("data").resolve(part.id());
    }

    /** Keycloak's configuration, its realm file and its database. */
    public Path keycloak() {
        return folder.resolve("keycloak");
    }

    /** The copy of a service that runs, so that a build under it does no harm. */
    public Path program(Part service) {
        return folder.resolve("services").resolve(service.id());
    }

    /** @param name of a part, or of a replica of a service */
    public Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    public Path process(String name) {
        return folder.resolve("run").resolve(name + ".process");
    }

    /** Stands among the arguments of each of this home's Java processes. */
    public String marker(String name) {
        return "-Dminka.part=" + folder.resolve("run").resolve(name);
    }

    /** Written by a part that tells itself when it is ready; holds the number of its process. */
    public Path ready(Part part) {
        return folder.resolve("run").resolve(part.id() + ".ready");
    }

    public Path secrets() {
        return folder.resolve("secrets.properties");
    }

    public Path portBase() {
        return folder.resolve("port-base");
    }

    public Path demoLoaded() {
        return folder.resolve("demo-loaded");
    }

    public Path lock() {
        return folder.resolve("lock");
    }

    public boolean hasData() {
        return Files.exists(data(Part.POSTGRES)) || Files.exists(keycloak());
    }

    /** Keeps the log of the run before, and no older one. */
    public void turnLog(String name) {
        try {
            var log = log(name);
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all that the stack made here. */
    public void wipe() {
        try {
            for (var each : WIPED) {
                Folders.delete(folder.resolve(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
