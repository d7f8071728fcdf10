package pe.minka.transparency.fact;

import java.time.Instant;

/**
 * A fact and when it was told.
 *
 * @param at the time of its event: the same on every rebuild, so that it orders facts of one service
 */
public record Told<F extends ProcessFact>(Instant at, F fact) {}
