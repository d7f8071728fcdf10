package pe.minka.local.command;

import pe.minka.local.LocalStack;
import pe.minka.local.StackRefusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;

/** The command {@code minka}. */
@Command(
        name = "minka",
        description = "Minka on this machine: PostgreSQL, Kafka, Keycloak and the five services.",
        mixinStandardHelpOptions = true,
        version = "Minka 0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            DemoCommand.class
        })
public final class Minka {

    private static final int REFUSED = 2;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "<folder>",
            defaultValue = "${env:MINKA_HOME:-.minka}",
            description = "Where data and logs are kept (default: .minka of the project, or $MINKA_HOME).")
    private Path home = Path.of(".minka");

    public static void main(String[] arguments) {
        var line = new CommandLine(new Minka())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof StackRefusal || failure instanceof IllegalStateException) {
                        command.getErr().println(failure.getMessage());
                        return REFUSED;
                    }
                    throw failure;
                });
        System.exit(arguments.length == 0 ? help(line) : line.execute(arguments));
    }

    /** The folder of the parent {@code pom.xml}, which the script {@code minka} knows. */
    Path root() {
        return Path.of(System.getProperty("minka.root", "."));
    }

    LocalStack.Builder stack() {
        return LocalStack.in(root()).home(root().resolve(home));
    }

    private static int help(CommandLine line) {
        line.usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
