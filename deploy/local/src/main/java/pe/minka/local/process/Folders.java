package pe.minka.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** What the file system does not do in one step. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder with all in it; nothing happens where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Makes a folder equal to another; files of the same size and time are left as they are. */
    public static void mirror(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!same(path, copy)) {
                    // a running program may have the old one open: put a new one in its place
                    Files.deleteIfExists(copy);
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        try (var paths = Files.walk(to)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.exists(from.resolve(to.relativize(path).toString()))) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(one) == Files.size(other)
                && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
    }
}
