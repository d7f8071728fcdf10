package pe.minka.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** The planning office lays down how the objectives of the plan hang together and which higher plans they serve. */
@ApplicationScoped
class RecordPlanTree {

    private final Processes processes;
    private final PlanTrees trees;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    RecordPlanTree(Processes processes, PlanTrees trees, Documents documents, Caller caller, Clock clock) {
        this.processes = processes;
        this.trees = trees;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PlanTreeRow record(ProcessId process, PlanTree tree) {
        var called = processes.requireAlone(process);
        caller.mustActFor(called.entity());
        refuse(tree);
        var row = new PlanTreeRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.entity = called.entity();
        row.sequence = trees.newest(process).map(before -> before.sequence).orElse(0) + 1;
        row.nodes = documents.write(tree.nodes());
        row.recordedAt = clock.instant();
        trees.persist(row);
        return row;
    }

    private static void refuse(PlanTree tree) {
        var breaches = tree.breaches();
        if (breaches.isEmpty()) {
            return;
        }
        var problem = Problem.unprocessable("plan-tree-unsound");
        for (var breach : breaches) {
            if (breach instanceof PlanTree.Breach.Repeated repeated) {
                problem.error(
                        "/nodes/" + repeated.node() + "/objective",
                        "objective-repeated",
                        "objective",
                        repeated.objective());
            } else if (breach instanceof PlanTree.Breach.UnknownParent unknown) {
                problem.error("/nodes/" + unknown.node() + "/parent", "parent-unknown", "parent", unknown.parent());
            } else if (breach instanceof PlanTree.Breach.Circular circular) {
                problem.error(
                        "/nodes/" + circular.node() + "/parent",
                        "objective-below-itself",
                        "objective",
                        circular.objective());
            } else if (breach instanceof PlanTree.Breach.AlignedTwice twice) {
                problem.error("/nodes/" + twice.node() + "/alignment", "level-repeated", "level", twice.level());
            }
        }
        throw problem.toException();
    }
}
