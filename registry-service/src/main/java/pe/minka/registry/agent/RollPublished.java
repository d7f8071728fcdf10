package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.SmallCells;

import java.time.Instant;
import java.util.Map;

/**
 * The roll of accredited agents was published. Keyed by process.
 *
 * @param women null with men where one of both is a group so small that somebody could be recognised
 */
public record RollPublished(
        ProcessId process,
        EntityCode entity,
        int agents,
        @Nullable Integer women,
        @Nullable Integer men,
        int organisations,
        Instant at)
        implements DomainEvent {

    static RollPublished of(ProcessId process, EntityCode entity, Composition composition, Instant at) {
        boolean told = SmallCells.publish(Map.of("WOMEN", composition.women(), "MEN", composition.men())).stream()
                .noneMatch(cell -> cell.count() == null);
        return new RollPublished(
                process,
                entity,
                composition.agents(),
                told ? composition.women() : null,
                told ? composition.men() : null,
                composition.organisations(),
                at);
    }

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return process.toString();
    }
}
