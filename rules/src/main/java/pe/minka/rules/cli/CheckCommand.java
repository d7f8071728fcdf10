package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.pabulib.Pabulib;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says everything that is wrong with files at once, each with line, column and reason.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pabulib files.")
    List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "TABLE", description = "table or json. Default: table.")
    Shown.Format format = Shown.Format.TABLE;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        boolean readable = true;
        for (var file : files) {
            var report = Pabulib.check(file);
            readable &= report.readable();
            if (format == Shown.Format.JSON) {
                json(file, report);
            } else {
                table(file, report);
            }
        }
        return readable ? 0 : MinkaRules.REFUSED;
    }

    private void table(Path file, Pabulib.Report report) {
        var out = Console.out(spec);
        report.defects().forEach(out::println);
        if (report.left() > 0) {
            out.printf("%s: and %d more%n", file.getFileName(), report.left());
        }
        out.printf(
                "%s: %s; %d projects, %d ballots, %d remarks%n",
                file.getFileName(),
                report.readable() ? "can be counted" : "refused",
                report.projects(),
                report.votes(),
                report.defects().size() + report.left());
        out.flush();
    }

    private void json(Path file, Pabulib.Report report) throws IOException {
        Shown.json(Console.out(spec), json -> {
            json.writeStringField("file", String.valueOf(file.getFileName()));
            json.writeBooleanField("readable", report.readable());
            json.writeNumberField("projects", report.projects());
            json.writeNumberField("votes", report.votes());
            json.writeArrayFieldStart("defects");
            for (var defect : report.defects()) {
                json.writeStartObject();
                json.writeStringField("severity", defect.severity().name());
                json.writeNumberField("line", defect.line());
                json.writeNumberField("column", defect.column());
                json.writeStringField("code", defect.code());
                json.writeStringField("reason", defect.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("left", report.left());
        });
    }
}
