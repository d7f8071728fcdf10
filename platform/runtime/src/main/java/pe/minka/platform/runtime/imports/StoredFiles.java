package pe.minka.platform.runtime.imports;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.crypto.PersonalCipher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/** The files of jobs, each encrypted with a key that its job takes along when it ends: they hold names and numbers. */
@ApplicationScoped
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
class StoredFiles {

    private static final int PART = 1 << 18;

    private final ImportTables tables;
    private final PersonalCipher cipher;

    StoredFiles(ImportTables tables, PersonalCipher cipher) {
        this.tables = tables;
        this.cipher = cipher;
    }

    /** What was read. */
    record Digest(String sha256, long bytes) {}

    byte[] newKey(UUID job) {
        return cipher.newWrappedKey(job.toString());
    }

    /** Reads a file to its end and stores it, a part at a time. */
    Digest store(UUID job, byte[] wrappedKey, InputStream file) {
        return read(
                file,
                (number, part) -> tables.insertPart(
                        job, number, cipher.encrypt(wrappedKey, job.toString(), place(job, number), part)));
    }

    /** Reads a file to its end and keeps nothing. */
    static Digest digest(InputStream file) {
        return read(file, (number, part) -> {});
    }

    @FunctionalInterface
    private interface Part {
        void at(int number, byte[] content);
    }

    private static Digest read(InputStream file, Part parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            int number = 0;
            for (byte[] part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
                digest.update(part);
                bytes += part.length;
                parts.at(number++, part);
            }
            return new Digest(HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The content of a job's file; holds one part at a time. */
    InputStream open(ImportJob job) {
        return new PartsStream(job.id(), Objects.requireNonNull(job.wrappedKey(), "the job has ended"));
    }

    private static String place(UUID job, int number) {
        return "import/" + job + "/" + number;
    }

    private final class PartsStream extends InputStream {

        private final UUID job;
        private final byte[] wrappedKey;
        private InputStream current = new ByteArrayInputStream(new byte[0]);
        private int number;

        PartsStream(UUID job, byte[] wrappedKey) {
            this.job = job;
            this.wrappedKey = wrappedKey;
        }

        @Override
        public int read() throws IOException {
            int next = current.read();
            return next >= 0 || !turnPage() ? next : current.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = current.read(into, offset, length);
            return count >= 0 || !turnPage() ? count : current.read(into, offset, length);
        }

        private boolean turnPage() {
            byte @Nullable [] sealed = tables.part(job, number);
            if (sealed == null) {
                return false;
            }
            current = new ByteArrayInputStream(
                    cipher.decryptBytes(wrappedKey, job.toString(), place(job, number), sealed));
            number++;
            return true;
        }
    }
}
