package pe.minka.local.teststack;

import pe.minka.local.process.DetachedCommand;
import pe.minka.local.process.JavaProgram;
import pe.minka.local.process.StackClassPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the test stack of a project or starts it, one client at a time. */
final class Attachment {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path minka;
    private final StackClassPath classPath;
    private final Path folder;

    Attachment(Path projectRoot) {
        this.minka = projectRoot.resolve(".minka");
        this.classPath = StackClassPath.under(minka.resolve("stack"));
        // programs of another build find another stack, and never break a running one
        this.folder = minka.resolve("test-stack").resolve(classPath.fingerprint());
    }

    TestStack attach() {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = lock(channel)) {
                var running = running();
                return running.isPresent() ? running.get() : start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<TestStack> running() {
        return Descriptor.read(folder).flatMap(descriptor -> {
            try {
                return Optional.of(TestStack.lease(descriptor));
            } catch (IOException e) {
                return Optional.empty(); // it ended, or was killed: its successor clears what it left
            }
        });
    }

    private TestStack start() throws IOException {
        Files.deleteIfExists(folder.resolve(Descriptor.FILE));
        var log = folder.resolve("stack.log");
        Files.deleteIfExists(log);
        var process = new DetachedCommand(command(), Map.of("CLASSPATH", classPath.settle()), folder, log).start();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var running = running();
            if (running.isPresent()) {
                return running.get();
            }
            if (!process.alive()) {
                throw new IllegalStateException("the test stack did not start:\n" + end(log));
            }
            pause();
        }
        process.kill();
        throw new IllegalStateException("the test stack did not start in " + PATIENCE + ":\n" + end(log));
    }

    private List<String> command() {
        var words = new ArrayList<>(List.of(JavaProgram.command(), "-Xmx256m"));
        words.addAll(JavaProgram.frugal());
        words.add("-Dminka.test-stack=" + folder);
        words.addAll(List.of(
                TestStackProgram.class.getName(),
                folder.toString(),
                minka.resolve("stack").toString()));
        return words;
    }

    /** Within one program a lock that another thread holds is refused, not waited for. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                pause();
            }
        }
    }

    private static String end(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the test stack", e);
        }
    }
}
