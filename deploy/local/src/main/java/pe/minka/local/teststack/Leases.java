package pe.minka.local.teststack;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Who uses the stack: each open connection is a lease. */
final class Leases {

    private static final int LOOK_EVERY_MILLIS = 1000;

    private final ServerSocket control;
    private final String token;
    private final TestDatabases databases;
    private final Path run;
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicLong lastUse = new AtomicLong(System.nanoTime());

    Leases(ServerSocket control, String token, TestDatabases databases, Path run) {
        this.control = control;
        this.token = token;
        this.databases = databases;
        this.run = run;
    }

    /** Returns when nobody has held a lease for so long. */
    void serveUntilUnusedFor(Duration linger) throws IOException {
        control.setSoTimeout(LOOK_EVERY_MILLIS);
        while (held.get() > 0 || System.nanoTime() - lastUse.get() < linger.toNanos()) {
            try {
                serve(control.accept());
            } catch (SocketTimeoutException e) {
                continue; // nobody came: look at the clock
            }
        }
    }

    private void serve(Socket client) {
        held.incrementAndGet();
        var thread = new Thread(() -> converse(client), "lease");
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket client) {
        try (client;
                var lease = new Lease(client, token, databases, run)) {
            lease.serve();
        } catch (IOException e) {
            // the client is gone, as clients go: killed
        } finally {
            lastUse.set(System.nanoTime());
            held.decrementAndGet();
        }
    }
}
