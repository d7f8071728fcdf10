package pe.minka.allocation.plan;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What a plan wants to reach.
 *
 * @param origin {@code PLAN}, or {@code AGENTS} where the agents added it
 */
public record Objective(
        UUID objective,
        @Nullable String code,
        String name,
        @Nullable String origin) {}
