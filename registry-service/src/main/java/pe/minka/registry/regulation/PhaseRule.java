package pe.minka.registry.regulation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A phase as the regulation orders it.
 *
 * @param responsibleUnit unit of the entity that answers for it, where the regulation names one
 */
public record PhaseRule(
        String phase,
        String title,
        @Nullable String responsibleUnit,
        List<Requirement> opening,
        List<Requirement> closing) {}
