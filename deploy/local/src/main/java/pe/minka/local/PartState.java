package pe.minka.local;

import pe.minka.local.part.PartProcess;
import pe.minka.local.process.OwnProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a part is doing.
 *
 * @param word {@code ready}, {@code starting} or {@code stopped}
 * @param memoryMegabytes what it occupies, memory that several processes share counted once; empty where unknown
 * @param processorTime since it was started, with its living children
 */
public record PartState(
        String title,
        String word,
        int port,
        Optional<OwnProcess> process,
        Optional<Long> memoryMegabytes,
        Duration processorTime) {

    static PartState of(PartProcess part) {
        var process = part.running();
        var word = process.map(one -> part.ready(one) ? "ready" : "starting")
                .orElseGet(() -> part.obstacle().orElse("stopped"));
        return new PartState(
                part.title(),
                word,
                part.ports().get(0),
                process,
                process.flatMap(one -> memory(one.pid())),
                process.map(one -> processorTime(one.pid())).orElse(Duration.ZERO));
    }

    private static Optional<Long> memory(long pid) {
        var sizes = family(pid).map(PartState::proportionalKilobytes).toList();
        return sizes.contains(-1L)
                ? Optional.empty()
                : Optional.of(sizes.stream().mapToLong(Long::longValue).sum() / 1024);
    }

    private static long proportionalKilobytes(ProcessHandle handle) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(handle.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }

    private static Duration processorTime(long pid) {
        return family(pid)
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<ProcessHandle> family(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
    }
}
