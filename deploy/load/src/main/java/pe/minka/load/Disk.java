package pe.minka.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk under the database. */
final class Disk {

    private static final int FLUSHES = 500;
    private static final int BLOCK = 8192;

    private Disk() {}

    /** As PostgreSQL flushes its log: a block over an old one, then its data. */
    static double flushesPerSecond(Path folder) {
        var file = folder.resolve("flushed");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(BLOCK * FLUSHES));
            channel.force(true);
            long start = System.nanoTime();
            for (int i = 0; i < FLUSHES; i++) {
                channel.write(ByteBuffer.allocate(BLOCK), (long) i * BLOCK);
                channel.force(false);
            }
            double rate = FLUSHES * 1e9 / (System.nanoTime() - start);
            Files.delete(file);
            return rate;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
