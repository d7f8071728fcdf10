package pe.minka.local;

import pe.minka.local.part.Home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Above which port a stack's own lie, remembered for the commands that follow. */
final class PortBase {

    private static final int HIGHEST = 65_000;

    private PortBase() {}

    /** @param running whether parts of the stack run, whose ports cannot be changed under them */
    static int choose(Home home, Optional<Integer> wanted, boolean running) {
        wanted.ifPresent(PortBase::refuseImpossible);
        if (!running) {
            return wanted.orElse(LocalStack.DEFAULT_PORT_BASE);
        }
        var known = read(home);
        if (known.isPresent() && wanted.isPresent() && !known.equals(wanted)) {
            throw new StackRefusal("The stack already runs above port " + known.get()
                    + ". End it with ./minka down before it is given other ports.");
        }
        return known.or(() -> wanted).orElse(LocalStack.DEFAULT_PORT_BASE);
    }

    static void write(Home home, int base) {
        try {
            Files.createDirectories(home.folder());
            Files.writeString(home.portBase(), base + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> read(Home home) {
        try {
            return Optional.of(
                    Integer.parseInt(Files.readString(home.portBase()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void refuseImpossible(int base) {
        if (base < 1024 || base > HIGHEST) {
            throw new StackRefusal("Ports above " + base + " cannot be used: choose a base from 1024 to " + HIGHEST);
        }
    }
}
