package pe.minka.workshop.room;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.BeforeClose;

import java.util.UUID;

/** A round does not close over hands that one teller counted: the other one tells, or an act gives the count up. */
@ApplicationScoped
class CloseHandCounts implements BeforeClose {

    private final HandCounts counts;

    CloseHandCounts(HandCounts counts) {
        this.counts = counts;
    }

    @Override
    public void lacks(UUID round, Problem missing) {
        counts.waiting(round)
                .ifPresent(waiting -> missing.error(
                        "", "hand-count-waiting", "number", waiting.begun().number()));
    }

    @Override
    public void conclude(UUID round) {}
}
