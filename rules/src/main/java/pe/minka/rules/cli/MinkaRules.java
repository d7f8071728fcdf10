package pe.minka.rules.cli;

import pe.minka.rules.pabulib.PabulibException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** Counts elections, checks files, explains and compares results, shares out envelopes. */
@Command(
        name = "minka-rules",
        mixinStandardHelpOptions = true,
        version = "minka-rules 0.1.0",
        description = {
            "Who gets what in a participatory budget: exactly, the same on every machine, and with reasons.",
            "Elections are Pabulib files (.pb). Tables for people by default, --format json for programs."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the file is refused, or check found errors; 2 wrong use; 3 the rule cannot be",
            "used with these ballots or limits; 4 a file cannot be read or written.",
            "",
            "Example: minka-rules count election.pb --rule equal-shares --utility cost --completion add1u"
        },
        subcommands = {
            CountCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            DistributeCommand.class,
            ConvertCommand.class,
            GenerateCommand.class,
            MeasureCommand.class,
            TimeCommand.class
        })
public final class MinkaRules {
    static final int REFUSED = 1;
    static final int NOT_APPLICABLE = 3;
    static final int NO_ACCESS = 4;

    private MinkaRules() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command line and says how it ended. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new MinkaRules())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(120)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getColorScheme().errorText(reason(failure)));
                    return code(failure);
                })
                .execute(arguments);
    }

    private static String reason(Exception failure) {
        return failure instanceof NoSuchFileException missing
                ? "no such file: " + missing.getFile()
                : String.valueOf(failure.getMessage());
    }

    private static int code(Exception failure) {
        if (failure instanceof PabulibException) {
            return REFUSED;
        }
        return failure instanceof IOException ? NO_ACCESS : NOT_APPLICABLE;
    }
}
