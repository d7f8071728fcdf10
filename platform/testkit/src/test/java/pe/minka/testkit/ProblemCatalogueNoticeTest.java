package pe.minka.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue notices each way in which code, texts and list can part. */
class ProblemCatalogueNoticeTest {

    @TempDir
    Path module;

    @Test
    void what_is_in_order_raises_nothing() throws IOException {
        service(
                """
                throw Problem.conflict("vote-not-open")
                        .error(where(1, "a, b"), "not-on-ballot", "project", id)
                        .toException();
                """,
                texts("vote-not-open.title", "vote-not-open.detail", "not-on-ballot.error"),
                "| `vote-not-open` | 409 | … |\n| `not-on-ballot` | item | … |");

        var catalogue = catalogue();

        assertThat(catalogue.missingTexts(Set.of())).isEmpty();
        assertThat(catalogue.unequalTexts()).isEmpty();
        assertThat(catalogue.orphanTexts(Set.of())).isEmpty();
        assertThat(catalogue.notListed(Set.of())).isEmpty();
        assertThat(catalogue.listedInVain(list(), Set.of())).isEmpty();
    }

    @Test
    void a_code_without_a_text_is_noticed_in_each_language() throws IOException {
        service("throw Problem.of(451, \"forbidden-word\").error(\"/a\", \"bad-word\").toException();", "", "");

        assertThat(catalogue().missingTexts(Set.of()))
                .contains("qu: forbidden-word.title", "en: forbidden-word.detail", "es: bad-word.error")
                .hasSize(9);
    }

    @Test
    void a_text_that_no_code_uses_is_noticed() throws IOException {
        service("", texts("old-code.title"), "");

        assertThat(catalogue().orphanTexts(Set.of())).containsExactly("old-code");
    }

    @Test
    void a_translation_that_forgets_a_value_is_noticed() throws IOException {
        service("", "vote-not-open.detail=since {opensAt}\n", "");
        Files.writeString(
                module.resolve("src/main/resources/problems/messages_qu.properties"), "vote-not-open.detail=since\n");

        assertThat(catalogue().unequalTexts()).hasSize(1).first().asString().startsWith("vote-not-open.detail");
    }

    @Test
    void a_list_with_another_status_or_another_code_is_noticed() throws IOException {
        service(
                "throw Problem.conflict(\"vote-not-open\").toException();",
                "",
                "| `vote-not-open` | 422 | … |\n| `gone` | 409 | … |");

        assertThat(catalogue().notListed(Set.of())).containsExactly("| `vote-not-open` | 409 |");
        assertThat(catalogue().listedInVain(list(), Set.of())).containsExactly("gone");
    }

    private static String texts(String... keys) {
        return String.join("=word\n", keys) + "=word\n";
    }

    private void service(String source, String texts, String list) throws IOException {
        var sources = Files.createDirectories(module.resolve("src/main/java"));
        Files.writeString(sources.resolve("Service.java"), source);
        var problems = Files.createDirectories(module.resolve("src/main/resources/problems"));
        for (String language : List.of("es", "qu", "en")) {
            Files.writeString(problems.resolve("messages_" + language + ".properties"), texts);
        }
        Files.writeString(list(), list);
    }

    private Path list() {
        return module.resolve("list.md");
    }

    private ProblemCatalogue catalogue() {
        return ProblemCatalogue.of(module, List.of(list()));
    }
}
