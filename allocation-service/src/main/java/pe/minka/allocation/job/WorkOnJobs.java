package pe.minka.allocation.job;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import pe.minka.allocation.selection.SelectProjects;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works through the items of all jobs. Each selection is one transaction that holds its item: what is not committed was
 * not done, and another replica passes over what one is working on.
 */
@ApplicationScoped
class WorkOnJobs {

    private static final Logger LOG = Logger.getLogger(WorkOnJobs.class);
    /** An item that failed this often for no reason of its own is given up. */
    private static final int ATTEMPTS = 5;

    private final SelectionJobs jobs;
    private final SelectProjects selectProjects;
    private final Documents documents;
    private final Clock clock;

    WorkOnJobs(SelectionJobs jobs, SelectProjects selectProjects, Documents documents, Clock clock) {
        this.jobs = jobs;
        this.selectProjects = selectProjects;
        this.documents = documents;
        this.clock = clock;
    }

    /** Why the selection of an item rolled back. */
    private static final class NotSelected extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient ItemRow.Key key;

        NotSelected(ItemRow.Key key, RuntimeException cause) {
            super(cause);
            this.key = key;
        }
    }

    /**
     * Decides one item.
     *
     * @return whether there was one
     */
    boolean workOnOne() {
        try {
            return QuarkusTransaction.requiringNew().call(this::selectNext);
        } catch (NotSelected not) {
            QuarkusTransaction.requiringNew().run(() -> note(not));
            return true;
        }
    }

    private boolean selectNext() {
        var taken = jobs.takeOne();
        taken.ifPresent(this::select);
        return taken.isPresent();
    }

    private void select(ItemRow item) {
        try {
            var made = selectProjects.selectFor(item.process, item.round, item.envelope);
            item.state = made.before() ? ItemState.ALREADY : ItemState.SELECTED;
            item.selection = made.selection();
            item.doneAt = clock.instant();
            jobs.flush();
        } catch (RuntimeException failed) {
            throw new NotSelected(item.key, failed);
        }
    }

    private void note(NotSelected not) {
        jobs.retake(not.key).ifPresent(item -> {
            item.attempts++;
            if (not.getCause() instanceof HttpProblem refused) {
                item.state = ItemState.REFUSED;
                item.problem = String.valueOf(Problem.valuesOf(refused).get("code"));
                item.members = documents.write(members(refused));
                item.doneAt = clock.instant();
            } else {
                LOG.warnf(not.getCause(), "the selection of process %s failed", item.process);
                if (item.attempts >= ATTEMPTS) {
                    item.state = ItemState.FAILED;
                    item.problem = "internal-error";
                    item.doneAt = clock.instant();
                }
            }
        });
    }

    private static Map<String, Object> members(HttpProblem refused) {
        var members = new TreeMap<>(Problem.valuesOf(refused));
        members.remove("code");
        return members;
    }
}
