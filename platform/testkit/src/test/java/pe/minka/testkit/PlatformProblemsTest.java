package pe.minka.testkit;

import java.nio.file.Path;
import java.util.Set;

/** The platform's own problems. */
class PlatformProblemsTest extends ProblemCatalogueTest {

    @Override
    protected Path module() {
        return Project.root().resolve("platform/runtime");
    }

    @Override
    protected Path list() {
        return Project.root().resolve("docs/problems/platform.md");
    }

    /** Those of the framework's own refusals, by their status, and those of files. */
    @Override
    protected Set<String> computedCodes() {
        return Set.of(
                "malformed-request",
                "unauthenticated",
                "forbidden-role",
                "not-found",
                "method-not-allowed",
                "not-acceptable",
                "too-large",
                "temporarily-unavailable",
                "internal-error",
                "not-utf8",
                "malformed-file",
                "empty-file",
                "missing-column",
                "repeated-column",
                "row-not-taken");
    }
}
