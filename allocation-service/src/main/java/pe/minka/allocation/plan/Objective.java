package pe.minka.allocation.plan;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What a plan wants to reach.
 *
 * @param parent the objective it serves, where the plan is a tree
 * @param origin {@code PLAN}, or {@code AGENTS} where the agents added it
 */
public record Objective(
        UUID objective,
        @Nullable String code,
        String name,
        @Nullable UUID parent,
        @Nullable String origin) {}
