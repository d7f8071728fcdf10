package pe.minka.allocation.selection;

import com.fasterxml.jackson.databind.ObjectMapper;
import pe.minka.allocation.Scene;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;

/** The command line of the rules, as an auditor has it: two files in, winners out; no service. */
final class CommandLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommandLine() {}

    /** What it selects from what anyone can download of a selection. */
    static List<String> winners(String selection) throws Exception {
        var folder = Files.createTempDirectory("recount");
        var input = Files.writeString(folder.resolve("input.pb"), text("/v1/selections/" + selection + "/input"));
        var limits = Files.writeString(folder.resolve("limits.json"), text("/v1/selections/" + selection + "/limits"));
        List<String> words = Scene.read("/v1/selections/" + selection + "/explanations")
                .statusCode(200)
                .extract()
                .path("commandLine");
        var arguments = words.stream()
                .map(word -> word.equals("FILE") ? input.toString() : word.equals("LIMITS") ? limits.toString() : word)
                .toList();
        return winners(arguments);
    }

    private static List<String> winners(List<String> words) throws Exception {
        var arguments = new java.util.ArrayList<>(words);
        arguments.addAll(List.of("--format", "json"));
        var out = new StringWriter();
        var err = new StringWriter();
        var run = Class.forName("pe.minka.rules.cli.MinkaRules")
                .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        run.setAccessible(true);
        var code = run.invoke(null, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        if (!Integer.valueOf(0).equals(code)) {
            throw new AssertionError(arguments + " ended with " + code + ": " + err);
        }
        var winners = new java.util.ArrayList<String>();
        JSON.readTree(out.toString()).get("winners").forEach(winner -> winners.add(winner.asText()));
        return winners;
    }

    private static String text(String path) {
        return Scene.read(path).statusCode(200).extract().asString();
    }
}
