package pe.minka.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processor time of processes in microseconds, as the kernel counts it: in ticks of ten milliseconds. */
final class ProcessorTime {

    private static final long MICROS_A_TICK = 10_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessorTime() {}

    /** Of one process with all its threads, without its children. */
    static long of(long pid) {
        return ticks(pid, USER, SYSTEM) * MICROS_A_TICK;
    }

    /** Of the children of this program that have ended and were waited for. */
    static long ofEndedChildren() {
        return ticks(ProcessHandle.current().pid(), CHILDREN_USER, CHILDREN_SYSTEM) * MICROS_A_TICK;
    }

    /** Of a server that has a process for each connection: those that live and those that have ended. */
    static long ofFamily(long pid) {
        long ticks = ticks(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
        for (var child : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            ticks += ticks(child.pid(), USER, SYSTEM);
        }
        return ticks * MICROS_A_TICK;
    }

    /** The most memory a process ever held, in megabytes. */
    static long peakMegabytes(long pid) {
        return lineOf(Path.of("/proc/" + pid + "/status"), "VmHWM:") / 1024;
    }

    /** The machine's load in the last minute. */
    static String load() {
        return read(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static long lineOf(Path file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static long ticks(long pid, int... fields) {
        var line = read(Path.of("/proc/" + pid + "/stat"));
        if (line.isEmpty()) {
            return 0;
        }
        // the name of the program stands in brackets and may hold anything
        var words = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(words[field]);
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(failed);
        }
    }
}
