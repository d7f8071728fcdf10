package pe.minka.local.command;

import pe.minka.local.LocalStack;
import pe.minka.local.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** Loads the demonstration. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Loads the demonstration into the running stack, unless it is loaded.")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Minka minka = new Minka();

    @Override
    public Integer call() throws Exception {
        loadOnce(minka.stack().build());
        return 0;
    }

    static void loadOnce(LocalStack stack) throws Exception {
        var loaded = stack.home().demoLoaded();
        if (Files.exists(loaded)) {
            System.out.println("The demonstration was loaded at "
                    + Files.readString(loaded).strip() + ".");
            return;
        }
        var demonstration = ServiceLoader.load(Demonstration.class).findFirst();
        if (demonstration.isEmpty()) {
            System.out.println("There is no demonstration to load.");
            return;
        }
        System.out.println("Loading the demonstration through the public APIs ...");
        var begin = System.nanoTime();
        demonstration.get().load(stack.addresses());
        Files.writeString(loaded, Instant.now() + "\n");
        System.out.printf(
                "The demonstration is loaded after %.1f s.%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }
}
