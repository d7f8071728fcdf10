package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The regulations that ship with the project, as tests use them. */
public final class Ordinances {

    private static final Path FOLDER = Path.of(System.getProperty("minka.root", ".."), "docs", "regulations");

    private Ordinances() {}

    static List<Path> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static ObjectNode document(String file) {
        try {
            return (ObjectNode) RegulationText.tree(Files.readString(FOLDER.resolve(file + ".json")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** With the defaults of a norm filled in. */
    public static Regulation regulation(String file, String norm) {
        return new Regulation(Defaults.fill(document(file), document(norm)));
    }

    public static Regulation coyllurqui() {
        return regulation("coyllurqui-2016.v1", "national-2009.v2");
    }
}
