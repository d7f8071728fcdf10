package pe.minka.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the stack's own programs run from. The libraries stay in Maven's repository, named by the file
 * {@code .minka/stack/class-path} that this module's build writes; the classes of the stack are copied beside, by the
 * hash of their content, so that a build or {@code mvn clean} under a running stack does it no harm.
 */
public final class StackClassPath {

    /** The demonstration and the launcher are left out: a change of theirs needs no other stack. */
    private static final List<String> PACKAGES = List.of("process", "postgres", "kafka", "teststack");

    private final Path folder;
    private final String libraries;
    private final Map<String, byte[]> classes;

    private StackClassPath(Path folder, String libraries, Map<String, byte[]> classes) {
        this.folder = folder;
        this.libraries = libraries;
        this.classes = classes;
    }

    /** @param folder {@code .minka/stack} of a project that has been built */
    public static StackClassPath under(Path folder) {
        try {
            return new StackClassPath(
                    folder, Files.readString(folder.resolve("class-path")).strip(), ownClasses());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the module deploy/local has not been built: no class path under " + folder, e);
        }
    }

    /** Changes with the libraries and with the classes. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(libraries.getBytes(StandardCharsets.UTF_8));
            classes.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Copies the classes to their place unless they are there. */
    public String settle() {
        var home = folder.resolve("classes-" + fingerprint());
        try {
            if (!Files.isDirectory(home)) {
                var fresh = Files.createTempDirectory(folder, "copying-");
                for (var each : classes.entrySet()) {
                    var file = fresh.resolve(each.getKey());
                    Files.createDirectories(file.getParent());
                    Files.write(file, each.getValue());
                }
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw new UncheckedIOException(e);
            }
        }
        return home + File.pathSeparator + libraries;
    }

    private static Map<String, byte[]> ownClasses() throws IOException {
        var source = Path.of(source());
        if (Files.isDirectory(source)) {
            return read(source);
        }
        try (var jar = FileSystems.newFileSystem(source)) {
            return read(jar.getPath("/"));
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var each : PACKAGES) {
            try (var files = Files.walk(root.resolve("pe/minka/local").resolve(each))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    found.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    private static URI source() {
        try {
            return StackClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
