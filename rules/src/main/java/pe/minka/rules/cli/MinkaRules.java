package pe.minka.rules.cli;

import pe.minka.rules.Greedy;
import pe.minka.rules.pabulib.Pabulib;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the command line. */
public final class MinkaRules {
    private MinkaRules() {}

    public static void main(String[] arguments) throws IOException {
        var file = Pabulib.read(Path.of(arguments[1]));
        System.out.println(Greedy.byVotes().select(file.election()).winners());
    }
}
