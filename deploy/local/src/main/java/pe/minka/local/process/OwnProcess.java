package pe.minka.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process of ours, told from a later one with the same number by the moment it was started.
 *
 * @param pid the number the operating system gave it
 * @param started when it was started, to about a second
 */
public record OwnProcess(long pid, Instant started) {

    /** The operating system computes start times from its own clock, which may be set meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE_AFTER_KILL = Duration.ofSeconds(10);

    public static OwnProcess of(ProcessHandle handle) {
        return new OwnProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Reads what {@link #remember} wrote; empty where nothing was written or the process is gone. */
    public static Optional<OwnProcess> recall(Path file) {
        try {
            var words = Files.readString(file).strip().split(" ");
            var remembered = new OwnProcess(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])));
            return remembered.alive() ? Optional.of(remembered) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Looks through all processes that this user may see for those with the given arguments. */
    public static List<OwnProcess> withArguments(Predicate<List<String>> wanted) {
        try (var processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(handle -> handle.info()
                            .arguments()
                            .map(arguments -> wanted.test(List.of(arguments)))
                            .orElse(false))
                    .map(OwnProcess::of)
                    .toList();
        }
    }

    public void remember(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, pid + " " + started.toEpochMilli() + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive() {
        return handle().isPresent();
    }

    /** Asks it to end, and kills it when it has not ended within the given time. */
    public void end(Signal signal, Duration patience) {
        handle().ifPresent(handle -> {
            signal.send(handle);
            if (!gone(handle, patience)) {
                kill();
            }
        });
    }

    /** Kills it with all that it started, at once, without a chance to clean up. */
    public void kill() {
        handle().ifPresent(handle -> {
            var family = Stream.concat(Stream.of(handle), handle.descendants()).toList();
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(member -> gone(member, PATIENCE_AFTER_KILL));
        });
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(OwnProcess::runs).filter(this::sameStart);
    }

    /** One that has ended and whose parent never asked about it is still listed, with nothing to tell. */
    private static boolean runs(ProcessHandle handle) {
        var info = handle.info();
        return handle.isAlive()
                && (info.arguments().isPresent() || info.command().isPresent());
    }

    private boolean sameStart(ProcessHandle handle) {
        var other = handle.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean gone(ProcessHandle handle, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (runs(handle)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
