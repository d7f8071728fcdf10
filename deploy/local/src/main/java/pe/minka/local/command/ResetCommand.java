package pe.minka.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Ends everything and deletes what it made. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Ends all parts and deletes their data, accounts, passwords and logs.")
final class ResetCommand implements Callable<Integer> {

    @ParentCommand
    private Minka minka = new Minka();

    @Override
    public Integer call() {
        minka.stack().build().reset(new PrintedProgress());
        System.out.println("the data is wiped");
        return 0;
    }
}
