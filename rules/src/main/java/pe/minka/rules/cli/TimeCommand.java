package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.pabulib.Pabulib;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "time",
        mixinStandardHelpOptions = true,
        description = {
            "Times this program and other tools on the same files in turn, each as a process of its own from start to",
            "end, and this program also inside: reading, the first selection, the best of several, and its CPU time."
        })
final class TimeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pabulib files.")
    List<Path> files = List.of();

    @Option(names = "--rule", defaultValue = "equal-shares", paramLabel = "WORD", description = "The rule to time.")
    String rule = "equal-shares";

    @Mixin
    RuleOptions options = new RuleOptions();

    @Option(names = "--times", defaultValue = "5", description = "How often. Default: 5.")
    int times = 5;

    @Option(
            names = "--tool",
            paramLabel = "NAME=COMMAND",
            description = "Another tool; {} in its command stands for the file. May be repeated.")
    Map<String, String> tools = new LinkedHashMap<>();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = Console.out(spec);
        out.printf("%-32s %-24s %10s %10s %10s%n", "file", "what", "first s", "best s", "best cpu");
        for (var file : files) {
            inside(file);
            for (var tool : tools.entrySet()) {
                long first = 0;
                long best = Long.MAX_VALUE;
                for (int run = 0; run < times; run++) {
                    long nanos = process(tool.getValue(), file);
                    first = run == 0 ? nanos : first;
                    best = Math.min(best, nanos);
                }
                line(file, tool.getKey(), first, best, "");
            }
        }
        return 0;
    }

    private void inside(Path file) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpuStart = clock.getCurrentThreadCpuTime();
        var election = Pabulib.read(file).election();
        long reading = System.nanoTime() - start;
        line(file, "read here", reading, reading, cpu(clock.getCurrentThreadCpuTime() - cpuStart));
        var chosen = options.rule(rule);
        long first = 0;
        long best = Long.MAX_VALUE;
        long bestCpu = Long.MAX_VALUE;
        for (int run = 0; run < times; run++) {
            start = System.nanoTime();
            cpuStart = clock.getCurrentThreadCpuTime();
            chosen.select(election);
            bestCpu = Math.min(bestCpu, clock.getCurrentThreadCpuTime() - cpuStart);
            long nanos = System.nanoTime() - start;
            first = run == 0 ? nanos : first;
            best = Math.min(best, nanos);
        }
        line(file, "selected here", first, best, cpu(bestCpu));
    }

    private static String cpu(long nanos) {
        return Shown.seconds(nanos).toPlainString();
    }

    private static long process(String command, Path file) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        for (var word : command.strip().split("\\s+")) {
            words.add(word.replace("{}", file.toString()));
        }
        long start = System.nanoTime();
        var process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("the tool ended with code " + code + ": " + command);
        }
        return System.nanoTime() - start;
    }

    private void line(Path file, String what, long first, long best, String cpu) {
        var out = Console.out(spec);
        out.printf(
                "%-32s %-24s %10s %10s %10s%n",
                Shown.cut(String.valueOf(file.getFileName())),
                what,
                Shown.seconds(first).toPlainString(),
                Shown.seconds(best).toPlainString(),
                cpu);
        out.flush();
    }
}
