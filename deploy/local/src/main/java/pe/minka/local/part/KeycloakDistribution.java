package pe.minka.local.part;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import pe.minka.local.process.Folders;
import pe.minka.local.process.JavaProgram;
import pe.minka.local.process.OwnProcess;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's programs, unpacked once and built for the features that Minka needs: a build takes as long as a start.
 *
 * @param folder shared by all stacks of this project
 */
record KeycloakDistribution(Path folder) {

    private static final String UNUSED_FEATURES = "ciba,device-flow,impersonation,kerberos,par";

    boolean isUnpacked() {
        return Files.isDirectory(home(archive()));
    }

    Path unpacked() {
        try {
            var archive = archive();
            var home = home(archive);
            if (Files.isDirectory(home)) {
                return home;
            }
            try (var channel = FileChannel.open(
                            folder.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.isDirectory(home)) {
                    make(archive, home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the build of this module has found it. */
    private Path archive() {
        try {
            return Path.of(Files.readString(folder.resolve("keycloak-archive")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home(Path archive) {
        return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    /** What follows {@code java}, up to Keycloak's own command. */
    static List<String> runtime(Path program, Path home) {
        var words = new ArrayList<String>();
        words.add("-XX:MaxMetaspaceSize=256m");
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        words.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
        words.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        words.add("-Dpicocli.disable.closures=true");
        words.addAll(List.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf")));
        words.addAll(List.of("-cp", program.resolve("lib/quarkus-run.jar").toString()));
        words.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return words;
    }

    private void make(Path archive, Path home) throws IOException {
        var fresh = folder.resolve("keycloak.new");
        OwnProcess.withArguments(arguments -> arguments.contains("-Dkc.home.dir=" + fresh))
                .forEach(OwnProcess::kill);
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        unpack(archive, fresh);
        build(fresh);
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The archive has one folder, whose name says the version. */
    private static void unpack(Path archive, Path into) throws IOException {
        try (var content = Files.newInputStream(archive);
                var tar = new TarArchiveInputStream(
                        new BufferedInputStream(new GZIPInputStream(content, 1 << 16), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = Path.of(entry.getName()).normalize();
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                var path = into.resolve(name.subpath(1, name.getNameCount()));
                if (!path.normalize().startsWith(into)) {
                    throw new IOException("an entry outside its archive: " + entry.getName());
                }
                Files.createDirectories(path.getParent());
                Files.copy(tar, path);
            }
        }
    }

    private void build(Path home) throws IOException {
        var words = new ArrayList<>(List.of(JavaProgram.command(), "-Xmx512m"));
        words.addAll(JavaProgram.frugal());
        words.addAll(runtime(home, home));
        words.addAll(List.of("build", "--db=dev-file", "--features-disabled=" + UNUSED_FEATURES));
        var log = folder.resolve("keycloak-build.log");
        try {
            var result = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("Keycloak could not be built: see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak was built", e);
        }
    }
}
