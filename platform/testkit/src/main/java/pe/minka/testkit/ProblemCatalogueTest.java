package pe.minka.testkit;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds together the problems that a service answers with, their texts in three languages, and the list that callers
 * read: {@code docs/problems/<service>.md}, with a line {@code | `code` | status | meaning | what to do |} for each
 * problem and {@code | `code` | item | … |} for each item of {@code errors}.
 */
public abstract class ProblemCatalogueTest {

    /** Where the texts and the sources of the service are. */
    protected Path module() {
        return Project.module();
    }

    /** The list of the service's own problems. */
    protected Path list() {
        return Project.root().resolve("docs/problems/" + ModuleUnderTest.service() + ".md");
    }

    /** Codes that no literal in a call shows, since they are computed; most services have none. */
    protected Set<String> computedCodes() {
        return Set.of();
    }

    private ProblemCatalogue catalogue() {
        return ProblemCatalogue.of(module(), List.of(list(), Project.root().resolve("docs/problems/platform.md")));
    }

    @Test
    void every_code_has_its_texts_in_three_languages() {
        assertThat(catalogue().missingTexts(computedCodes())).isEmpty();
    }

    @Test
    void the_languages_say_the_same() {
        assertThat(catalogue().unequalTexts()).isEmpty();
    }

    @Test
    void no_text_is_without_a_problem() {
        assertThat(catalogue().orphanTexts(computedCodes())).isEmpty();
    }

    @Test
    void the_list_names_every_problem_with_its_status() {
        assertThat(catalogue().notListed(computedCodes())).isEmpty();
    }

    @Test
    void the_list_names_no_problem_that_is_not_there() {
        assertThat(catalogue().listedInVain(list(), computedCodes())).isEmpty();
    }
}
