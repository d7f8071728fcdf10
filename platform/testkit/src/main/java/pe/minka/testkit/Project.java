package pe.minka.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project are, seen from a test of any of its modules. */
public final class Project {

    private Project() {}

    /** The folder of the parent {@code pom.xml}. */
    public static Path root() {
        var given = System.getProperty("minka.root");
        if (given != null) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
    }

    public static Path contracts() {
        return root().resolve("contracts");
    }

    /** The folder of the module whose tests run. */
    public static Path module() {
        return Path.of("").toAbsolutePath();
    }
}
