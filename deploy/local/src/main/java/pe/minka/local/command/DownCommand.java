package pe.minka.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Ends everything and keeps the data. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Ends all parts; the data stays.")
final class DownCommand implements Callable<Integer> {

    @ParentCommand
    private Minka minka = new Minka();

    @Override
    public Integer call() {
        minka.stack().build().down(new PrintedProgress());
        return 0;
    }
}
