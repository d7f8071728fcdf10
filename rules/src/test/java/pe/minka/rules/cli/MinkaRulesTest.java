package pe.minka.rules.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pe.minka.rules.pabulib.Pabulib;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

class MinkaRulesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void count_gives_the_fixed_words_as_json() throws Exception {
        int code = run("count", assen(), "--rule", "equal-shares", "--completion", "add1u", "--format", "json");
        var json = json();

        assertThat(code).isZero();
        assertThat(json.get("winners").size()).isEqualTo(10);
        assertThat(json.get("cost").decimalValue()).isEqualByComparingTo("88700");
        assertThat(json.get("utility").isNumber()).isTrue();
        assertThat(json.get("seconds").isNumber()).isTrue();
    }

    @Test
    void every_rule_has_its_word() throws Exception {
        for (var rule : RuleOptions.RULES.split(", ")) {
            out.getBuffer().setLength(0);
            assertThat(run("count", assen(), "--rule", rule, "--format", "json"))
                    .as(rule)
                    .isZero();
            assertThat(json().get("winners").size()).isPositive();
        }
    }

    @Test
    void exit_codes_tell_refused_files_wrong_use_and_rules_that_do_not_apply() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.pb"), "nothing");

        assertThat(run("check", broken.toString())).isEqualTo(1);
        assertThat(run("count", broken.toString(), "--rule", "greedy")).isEqualTo(1);
        assertThat(run("count", assen())).isEqualTo(2);
        assertThat(run("count", assen(), "--rule", "lottery")).isEqualTo(3);
        assertThat(run("count", assen(), "--rule", "equal-shares", "--utility", "borda"))
                .isEqualTo(3);
        assertThat(run("count", folder.resolve("absent.pb").toString(), "--rule", "greedy"))
                .isEqualTo(4);
        assertThat(err.toString()).contains("unknown rule");
    }

    @Test
    void explain_compare_convert_generate_and_the_picture_work() throws Exception {
        var picture = folder.resolve("result.svg");
        var copy = folder.resolve("copy.pb");
        var made = folder.resolve("made.pb");

        assertThat(run("count", assen(), "--rule", "greedy", "--svg", picture.toString()))
                .isZero();
        assertThat(Files.readString(picture)).startsWith("<svg").contains("RuBox");
        assertThat(run("convert", assen(), copy.toString())).isZero();
        assertThat(run("generate", made.toString(), "--ballots", "50", "--projects", "8"))
                .isZero();
        assertThat(run("check", copy.toString(), made.toString())).isZero();
        assertThat(run("compare", copy.toString())).isZero();
        assertThat(out.toString()).contains("EJR+", "Gini");
        out.getBuffer().setLength(0);
        assertThat(run("explain", assen(), "--rule", "greedy", "--project", "7", "--format", "json"))
                .isZero();
        assertThat(json().get("projects").get(0).get("sentences").get("es").asText())
                .contains("RuBox", "presupuesto");
    }

    @Test
    void measure_prints_the_table_of_the_documentation() {
        assertThat(run("measure", "--largest", "1000", "--times", "1", "--no-cities"))
                .isZero();
        assertThat(out.toString())
                .contains("| ballots | different |", "| 1,000 | ")
                .doesNotContain("| 3,000 | ");
    }

    @Test
    void generated_ballots_repeat_as_asked() throws Exception {
        var alike = folder.resolve("alike.pb");
        var again = folder.resolve("again.pb");

        run("generate", alike.toString(), "--ballots", "2000", "--repeated", "90");
        run("generate", again.toString(), "--ballots", "2000", "--repeated", "90");
        var ballots = Pabulib.read(alike).election().ballots();

        assertThat(ballots.voters()).isEqualTo(2_000);
        assertThat(ballots.groups()).isBetween(100, 300);
        assertThat(again).hasSameTextualContentAs(alike);
        assertThat(run("generate", alike.toString(), "--repeated", "100")).isEqualTo(3);
    }

    @Test
    void shares_can_be_raised_to_each_change() throws Exception {
        assertThat(run(
                        "count",
                        assen(),
                        "--rule",
                        "equal-shares",
                        "--utility",
                        "cardinality",
                        "--completion",
                        "add-optu",
                        "--format",
                        "json"))
                .isZero();
        assertThat(json().get("rule").asText()).contains("add-optu");
        assertThat(json().get("cost").decimalValue())
                .isLessThanOrEqualTo(json().get("budget").decimalValue());
    }

    @Test
    void distribute_shares_an_envelope_out_and_refuses_wrong_weights() throws Exception {
        var formula = """
            {"envelope":"100.00","criteria":[{"name":"people","weight":"100"}],
             "territories":[{"id":"a","indicators":{"people":2}},{"id":"b","indicators":{"people":"1"}}]}
            """;
        var file = Files.writeString(folder.resolve("formula.json"), formula);

        assertThat(run("distribute", file.toString(), "--format", "json")).isZero();
        assertThat(json().get("shares").get(0).get("amount").asText()).isEqualTo("66.67");
        Files.writeString(file, formula.replace("\"weight\":\"100\"", "\"weight\":\"90\""));
        assertThat(run("distribute", file.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("90 %");
    }

    private int run(String... arguments) {
        return MinkaRules.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    private static String assen() throws Exception {
        return Path.of(Objects.requireNonNull(MinkaRulesTest.class.getResource("/pabulib/Netherlands_Assen_2024.pb"))
                        .toURI())
                .toString();
    }
}
