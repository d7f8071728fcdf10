package pe.minka.local.part;

import pe.minka.local.process.DetachedCommand;
import pe.minka.local.process.JavaProgram;
import pe.minka.local.process.OwnProcess;
import pe.minka.local.process.Signal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part that is a Java program: it carries its marker as the first argument. */
abstract class JavaPart implements PartProcess {

    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(20);

    private static final int ANSWER_WITHIN_MILLIS = 2000;

    private final Stack stack;
    private final String name;

    JavaPart(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** What follows {@code java} and the marker. */
    abstract List<String> arguments();

    abstract Map<String, String> environment();

    abstract Path directory();

    /** Runs before each launch. */
    abstract void prepare();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Path log() {
        return stack.home().log(name);
    }

    @Override
    public final OwnProcess launch() {
        prepare();
        stack.home().turnLog(name);
        var words = new ArrayList<>(List.of(JavaProgram.command(), stack.home().marker(name)));
        words.addAll(JavaProgram.frugal());
        words.addAll(arguments());
        var environment = new HashMap<>(environment());
        // the C library would keep memory of its own for each thread
        environment.put("MALLOC_ARENA_MAX", "2");
        var process = new DetachedCommand(
                        words, environment, directory(), stack.home().log(name))
                .start();
        process.remember(stack.home().process(name));
        return process;
    }

    @Override
    public final Optional<OwnProcess> running() {
        return OwnProcess.recall(stack.home().process(name)).or(this::unremembered);
    }

    @Override
    public final void stop() {
        running().ifPresent(process -> process.end(Signal.TERMINATE, PATIENCE_TO_STOP));
    }

    final Stack stack() {
        return stack;
    }

    /** A launcher that is killed may have started a process and not come to write it down. */
    private Optional<OwnProcess> unremembered() {
        var marker = stack.home().marker(name);
        return OwnProcess.withArguments(arguments -> arguments.contains(marker)).stream()
                .findFirst();
    }

    static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_WITHIN_MILLIS);
            connection.setReadTimeout(ANSWER_WITHIN_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
