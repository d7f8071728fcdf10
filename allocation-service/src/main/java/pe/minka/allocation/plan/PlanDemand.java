package pe.minka.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the plan asks of projects before they are voted on, scored or selected: an objective of the plan where the
 * ordinance asks for one, and a leaf of its tree where the tree is laid down.
 */
@ApplicationScoped
public class PlanDemand {

    private final Plans plans;
    private final PlanTrees trees;

    PlanDemand(Plans plans, PlanTrees trees) {
        this.plans = plans;
        this.trees = trees;
    }

    /**
     * A project that is to be decided on.
     *
     * @param pointer where its objective stands in the request
     */
    public record Candidate(
            String pointer, String title, @Nullable UUID objective) {}

    /** Refuses them all where one does not hang on the plan, naming each that does not. */
    public void refuseUnplanned(CalledProcess process, List<Candidate> candidates) {
        var tree = trees.of(process.id());
        boolean asked = process.regulation().asksForObjective();
        if (!asked && tree.isEmpty()) {
            return;
        }
        var known = plans.versions(process.id()).values().stream()
                .flatMap(List::stream)
                .map(Objective::objective)
                .collect(Collectors.toSet());
        var problem = Problem.unprocessable("projects-outside-the-plan")
                .with("law", process.regulation().proposalsLaw());
        candidates.forEach(candidate -> judge(candidate, tree, known, problem));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static void judge(Candidate candidate, Optional<PlanTree> tree, Set<UUID> known, Problem problem) {
        var objective = candidate.objective();
        if (objective == null) {
            problem.error(candidate.pointer(), "objective-missing", "title", candidate.title());
        } else if (tree.isPresent()) {
            if (!tree.get().has(objective)) {
                problem.error(
                        candidate.pointer(), "objective-unknown", "title", candidate.title(), "objective", objective);
            } else if (!tree.get().isLeaf(objective)) {
                problem.error(
                        candidate.pointer(), "objective-no-leaf", "title", candidate.title(), "objective", objective);
            }
        } else if (!known.isEmpty() && !known.contains(objective)) {
            problem.error(candidate.pointer(), "objective-unknown", "title", candidate.title(), "objective", objective);
        }
    }
}
