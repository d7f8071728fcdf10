package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.util.List;

/**
 * An entity as the other features see it.
 *
 * @param seat the district of its seat
 * @param councilSize legal number of councillors, where it was stated
 */
public record KnownEntity(
        EntityCode code,
        EntityKind kind,
        String name,
        Ubigeo seat,
        @Nullable Integer councilSize) {

    /** The territories it may run a process for; the first is its own level. */
    public List<Ubigeo> governs() {
        return Municipality.governedFrom(kind, seat);
    }
}
