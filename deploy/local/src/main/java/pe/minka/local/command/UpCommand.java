package pe.minka.local.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Starts everything. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is not built, starts what does not run, and waits until all of it answers.")
final class UpCommand implements Callable<Integer> {

    private static final int INCOMPLETE = 1;

    @ParentCommand
    private Minka minka = new Minka();

    @Option(names = "--port-base", paramLabel = "<port>", description = "The ports lie above it (default: 8100).")
    private @Nullable Integer portBase;

    @Option(names = "--no-demo", description = "Leave out the demonstration.")
    private boolean noDemo;

    @Option(
            names = {"--build", "--no-build"},
            description = "Build although nothing has changed; do not build although something has.")
    private boolean buildChoice; // the script has obeyed it before Java starts

    @Override
    public Integer call() throws Exception {
        var builder = minka.stack();
        if (portBase != null) {
            builder.portBase(portBase);
        }
        var stack = builder.build();
        var begin = System.nanoTime();
        var farewell = new Thread(UpCommand::sayWhatGoesOn, "farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        System.out.println("Starting PostgreSQL, Kafka and Keycloak, then the services ...");
        var complete = stack.up(new PrintedProgress());
        Runtime.getRuntime().removeShutdownHook(farewell);
        System.out.printf(
                "%nAll that could be started is ready after %.1f s.%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        if (complete && !noDemo) {
            DemoCommand.loadOnce(stack);
        }
        Welcome.print(stack);
        return complete ? 0 : INCOMPLETE;
    }

    /** A person who presses Ctrl-C should know what they have not ended. */
    private static void sayWhatGoesOn() {
        System.out.println("\nWhat was started goes on: ./minka up waits for it, ./minka down ends it.");
    }
}
