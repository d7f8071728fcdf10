package pe.minka.workshop;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** The program in {@code verifier/}, compiled once and asked often. It shares no class with the services. */
final class VerifierProgram {

    static final Path SOURCE =
            Path.of("").toAbsolutePath().getParent().resolve("verifier").resolve("Verify.java");

    private final Class<?> program;

    private VerifierProgram(Class<?> program) {
        this.program = program;
    }

    static VerifierProgram compiled() throws Exception {
        var classes = Files.createTempDirectory("verifier");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString());
        assertThat(result).isZero();
        // of the platform's loader: nothing of the services is there for it to lean on
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        return new VerifierProgram(loader.loadClass("Verify"));
    }

    /** By the number of the check: nothing where it passed, an empty text where there was nothing to check, else why not. */
    @SuppressWarnings("unchecked")
    Map<String, Optional<String>> outcome(Path folder) throws Exception {
        var outcome = program.getDeclaredMethod("outcome", Path.class);
        outcome.setAccessible(true);
        Map<String, Optional<String>> byNumber = new LinkedHashMap<>();
        ((Map<Object, Optional<String>>) outcome.invoke(null, folder))
                .forEach((check, why) -> byNumber.put(check.toString(), why));
        return byNumber;
    }

    /** The one command that a stranger gives. */
    static String run(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), SOURCE.toString()));
        command.addAll(java.util.List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }
}
