package pe.minka.local.command;

import org.jspecify.annotations.Nullable;
import pe.minka.local.StackRefusal;
import pe.minka.local.part.Home;
import pe.minka.local.part.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Shows what the parts wrote. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    private static final int BLOCK = 1 << 16;

    @ParentCommand
    private Minka minka = new Minka();

    @Parameters(
            arity = "0..1",
            paramLabel = "<part>",
            description = "registry, workshop, allocation, execution, transparency, keycloak, kafka or postgres;"
                    + " all of them unless said.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines of each (default: 50).")
    private int lines = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = minka.stack().build().home();
        var places = new HashMap<Path, Long>();
        for (var one : chosen()) {
            var log = home.log(one.id());
            places.put(log, showEnd(home, one));
        }
        while (follow) {
            for (var place : places.entrySet()) {
                place.setValue(showFrom(place));
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return 0;
    }

    private List<Part> chosen() {
        if (part == null) {
            return Arrays.asList(Part.values());
        }
        var name = part;
        return List.of(Part.named(name).orElseThrow(() -> new StackRefusal("There is no part \"" + name + "\".")));
    }

    private long showEnd(Home home, Part one) throws IOException {
        var log = home.log(one.id());
        if (!Files.exists(log)) {
            return 0;
        }
        if (part == null) {
            System.out.println("==> " + one.title() + " <==");
        }
        var length = Files.size(log);
        for (var line : lastLines(log, length)) {
            System.out.println(line);
        }
        return length;
    }

    /** A log may be long: reads its end only. */
    private List<String> lastLines(Path log, long length) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(0, length - (long) BLOCK * Math.max(1, lines / 100));
            file.seek(from);
            var bytes = new byte[(int) (length - from)];
            file.readFully(bytes);
            var all = new ArrayList<>(
                    new String(bytes, StandardCharsets.UTF_8).lines().toList());
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }

    /** A log that became shorter is a new one. */
    private static long showFrom(Map.Entry<Path, Long> place) throws IOException {
        if (!Files.exists(place.getKey())) {
            return 0;
        }
        var length = Files.size(place.getKey());
        var from = length < place.getValue() ? 0 : place.getValue();
        if (length > from) {
            try (var file = new RandomAccessFile(place.getKey().toFile(), "r")) {
                file.seek(from);
                var bytes = new byte[(int) Math.min(length - from, BLOCK)];
                file.readFully(bytes);
                System.out.print(new String(bytes, StandardCharsets.UTF_8));
                return from + bytes.length;
            }
        }
        return from;
    }
}
