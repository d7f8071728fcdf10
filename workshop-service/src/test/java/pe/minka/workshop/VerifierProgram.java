package pe.minka.workshop;

import io.restassured.RestAssured;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The program in {@code verifier/}, compiled once and asked often. It shares no class with the services. */
final class VerifierProgram {

    static final Path SOURCE =
            Path.of("").toAbsolutePath().getParent().resolve("verifier").resolve("Verify.java");

    private static final VerifierProgram COMPILED = compile();

    private final ClassLoader classes;

    private VerifierProgram(ClassLoader classes) {
        this.classes = classes;
    }

    static VerifierProgram compiled() {
        return COMPILED;
    }

    private static VerifierProgram compile() {
        try {
            var classes = Files.createTempDirectory("verifier");
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString());
            assertThat(result).isZero();
            // of the platform's loader: nothing of the services is there for it to lean on
            return new VerifierProgram(
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
        } catch (IOException failed) {
            throw new AssertionError("the verifier does not compile", failed);
        }
    }

    /** By the number of the check: PASS, SKIP, WARN or FAIL, and what it says of it. */
    Map<String, String> outcome(Path folder) throws Exception {
        Map<String, String> byNumber = new LinkedHashMap<>();
        ((Map<?, ?>) call("Verify", "outcome", List.of(Path.class), folder))
                .forEach((check, told) -> byNumber.put(check.toString(), told.toString()));
        return byNumber;
    }

    /** Downloads the record of a round and of the second rounds that its act names. */
    void fetch(UUID round, Path folder) throws Exception {
        call(
                "Verify$Fetch",
                "round",
                List.of(String.class, String.class, Path.class),
                RestAssured.baseURI + ":" + RestAssured.port,
                round.toString(),
                folder);
    }

    private Object call(String type, String method, List<Class<?>> parameters, Object... arguments) throws Exception {
        var found = Class.forName(type, true, classes).getDeclaredMethod(method, parameters.toArray(Class[]::new));
        found.setAccessible(true);
        try {
            return found.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        }
    }

    /** The one command that a stranger gives. */
    static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), SOURCE.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }
}
