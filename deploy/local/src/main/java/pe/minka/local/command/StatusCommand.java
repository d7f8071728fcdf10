package pe.minka.local.command;

import pe.minka.local.PartState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/** Tells how each part is doing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how each part is doing; ends with 0 when all are ready, with 1 when not.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_READY = 1;

    @ParentCommand
    private Minka minka = new Minka();

    @Override
    public Integer call() {
        var states = minka.stack().build().states();
        if (states.isEmpty()) {
            System.out.println("Nothing was started here yet: ./minka up");
            return NOT_ALL_READY;
        }
        System.out.printf("  %-14s %6s %8s %8s %8s  %s%n", "", "port", "process", "MB", "CPU s", "");
        states.forEach(StatusCommand::print);
        total(states);
        return states.stream().allMatch(state -> state.word().equals("ready")) ? 0 : NOT_ALL_READY;
    }

    private static void print(PartState state) {
        System.out.printf(
                "  %-14s %6d %8s %8s %8.1f  %s%n",
                state.title(),
                state.port(),
                state.process().map(process -> String.valueOf(process.pid())).orElse("-"),
                state.memoryMegabytes().map(String::valueOf).orElse("-"),
                state.processorTime().toMillis() / 1000.0,
                state.word());
    }

    private static void total(List<PartState> states) {
        System.out.printf(
                "  %-14s %6s %8s %8d %8.1f%n",
                "all",
                "",
                "",
                states.stream()
                        .mapToLong(state -> state.memoryMegabytes().orElse(0L))
                        .sum(),
                states.stream()
                                .mapToLong(state -> state.processorTime().toMillis())
                                .sum()
                        / 1000.0);
    }
}
