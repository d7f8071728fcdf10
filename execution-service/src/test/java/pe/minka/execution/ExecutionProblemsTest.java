package pe.minka.execution;

import pe.minka.testkit.ProblemCatalogueTest;

import java.util.Set;

class ExecutionProblemsTest extends ProblemCatalogueTest {

    /** What is missing before a step, and the rules that a committee breaks, are values of the domain. */
    @Override
    protected Set<String> computedCodes() {
        return Set.of(
                "management-committee",
                "signatures",
                "community-part-not-promised",
                "community-part-not-delivered",
                "final-accounts",
                "final-accounts-outdated",
                "committee-size",
                "post-vacant",
                "post-not-foreseen",
                "person-repeated",
                "agent-not-accredited",
                "immediate-re-election",
                "not-elected",
                "quota-unmet",
                "zones-not-represented",
                "project-missing",
                "project-not-foreseen");
    }
}
