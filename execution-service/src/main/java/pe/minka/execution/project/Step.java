package pe.minka.execution.project;

import java.util.function.Function;

/** What came of asking a work to take a step. A refused step changed nothing. */
public sealed interface Step {

    record Taken(ProjectState next) implements Step {}

    record Refused(Refusal because) implements Step {}

    /** Makes the caller handle both arms. */
    default <T> T fold(Function<ProjectState, T> taken, Function<Refusal, T> refused) {
        return this instanceof Refused r ? refused.apply(r.because()) : taken.apply(((Taken) this).next());
    }
}
