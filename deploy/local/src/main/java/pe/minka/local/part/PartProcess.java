package pe.minka.local.part;

import pe.minka.local.process.OwnProcess;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process of one part: found again by any later program, whether or not the one that started it lived on. */
public interface PartProcess {

    /** Of a part, or of a replica of a service. */
    String name();

    /** For people. */
    String title();

    Path log();

    /** The ports that it listens on. */
    List<Integer> ports();

    /** Starts it; it must not be running. {@link #ready} tells when it answers. */
    OwnProcess launch();

    Optional<OwnProcess> running();

    boolean ready(OwnProcess process);

    /** Ends it in good order; nothing happens when it does not run. */
    void stop();

    /** Why it cannot be launched, in a sentence; empty when it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** What a person should know before it is launched. */
    default Optional<String> notice() {
        return Optional.empty();
    }
}
