package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.BudgetProcess;

import java.util.UUID;

/** Something that must be seen to before a round opens. All of them are asked, so that a refusal lists everything. */
public interface OpeningCondition {

    /**
     * Adds to the problem what is missing, and changes nothing.
     *
     * @param session the workshop in which it is voted; null where the opening names none
     */
    void check(BudgetProcess process, Round round, @Nullable UUID session, Problem missing);
}
