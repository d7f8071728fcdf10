package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.pabulib.PabulibParser;
import pe.minka.rules.pabulib.PabulibWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a Pabulib file anew as the format wants it: every field kept, no byte order mark, plain line ends,",
            "quotes where needed. Columns of the votes can be left out, as age and sex before publishing."
        })
final class ConvertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FROM", description = "A Pabulib file.")
    Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "Where to write; only a whole file appears there.")
    Path to = Path.of("");

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "COLUMNS",
            description = "Columns of the votes to leave out.")
    @Nullable
    List<String> without;

    @Override
    public Integer call() throws IOException {
        var leftOut = new HashSet<String>();
        if (without != null) {
            without.forEach(name -> leftOut.add(name.strip().toLowerCase(Locale.ROOT)));
        }
        var draft = to.resolveSibling(to.getFileName() + ".part");
        try (var bytes = new BufferedInputStream(Files.newInputStream(from));
                var out = Files.newBufferedWriter(draft)) {
            PabulibParser.parse(bytes, String.valueOf(from.getFileName()), new PabulibWriter(out, leftOut));
        } catch (IOException broken) {
            Files.deleteIfExists(draft);
            throw broken;
        }
        Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
        return 0;
    }
}
