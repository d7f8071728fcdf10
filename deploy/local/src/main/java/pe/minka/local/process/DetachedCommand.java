package pe.minka.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command whose process lives on after the program that started it: it has a session of its own, so that neither
 * Ctrl-C nor the closing of the terminal reaches it.
 *
 * @param log where its output is appended
 */
public record DetachedCommand(List<String> words, Map<String, String> environment, Path directory, Path log) {

    public DetachedCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public OwnProcess start() {
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(inOwnSession(words))
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return OwnProcess.of(builder.start().toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code setsid} keeps the process number, since a child of Java never leads a process group. */
    private static List<String> inOwnSession(List<String> words) {
        var setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) {
            return words;
        }
        var all = new ArrayList<>(List.of(setsid.toString()));
        all.addAll(words);
        return all;
    }
}
