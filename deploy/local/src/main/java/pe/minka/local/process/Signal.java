package pe.minka.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a process is asked to end. */
public enum Signal {
    /** For a Java program: its shutdown hooks run. */
    TERMINATE {
        @Override
        void send(ProcessHandle handle) {
            handle.destroy();
        }
    },
    /** For PostgreSQL: roll back what is open, write a checkpoint, end. */
    INTERRUPT {
        @Override
        void send(ProcessHandle handle) {
            try {
                new ProcessBuilder("sh", "-c", "kill -INT " + handle.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while ending a process", e);
            }
        }
    };

    abstract void send(ProcessHandle handle);
}
