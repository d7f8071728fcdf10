package pe.minka.workshop.ballot;

import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** What a channel still has to bring before a round closes. Both are part of the transaction that closes it. */
public interface BeforeClose {

    /** Adds to the problem what the channel still waits for. */
    void lacks(UUID round, Problem missing);

    /** Once nothing is missing anywhere: what the channel leaves behind, and what it takes away for good. */
    void conclude(UUID round);
}
