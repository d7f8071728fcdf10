package pe.minka.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is told to processes from outside: to stand still as on a machine that hangs, or to go first. */
final class Signals {

    private Signals() {}

    static void toFamily(String signal, long pid) {
        var words = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(pid)));
        ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(child -> words.add(String.valueOf(child.pid())));
        run(words);
    }

    /** Gives this program precedence over others, where its user may; zero is as everybody. */
    static void hasten(int niceness) {
        var words = new ArrayList<>(List.of("renice", "-n", String.valueOf(niceness), "-p"));
        try (var threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            threads.forEach(thread -> words.add(String.valueOf(thread.getFileName())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        run(words);
    }

    private static void run(List<String> words) {
        try {
            // one that ended meanwhile makes the command complain, and the others have the signal
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }
}
