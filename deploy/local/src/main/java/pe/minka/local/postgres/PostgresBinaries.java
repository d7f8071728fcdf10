package pe.minka.local.postgres;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import pe.minka.local.process.Folders;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/**
 * PostgreSQL's programs, unpacked from the artifact on the class path.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {

    private static final List<String> ARCHIVES = List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz");

    /** Unpacks once; several programs may ask at the same time. */
    public static synchronized PostgresBinaries unpackUnder(Path folder) {
        try {
            var archive = archive();
            // the address names the artifact's version, so that a newer one is unpacked beside
            var home = folder.resolve(
                    "postgres-" + Integer.toHexString(archive.toString().hashCode()));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(folder);
                try (var channel = FileChannel.open(
                                folder.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    if (!Files.isDirectory(home)) {
                        make(archive, folder.resolve("postgres.new"), home);
                    }
                }
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        return ARCHIVES.stream()
                .map(name -> PostgresBinaries.class.getResource("/" + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no PostgreSQL for this machine on the class path: " + System.getProperty("os.arch")));
    }

    private static void unpack(InputStream content, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(content, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("an entry outside its archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    private static void make(URL archive, Path fresh, Path home) throws IOException {
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        try (var content = archive.openStream()) {
            unpack(content, fresh);
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
