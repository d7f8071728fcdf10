package pe.minka.registry.territory;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.util.List;

/**
 * An entity as the other features see it.
 *
 * @param seat the district of its seat
 */
public record KnownEntity(EntityCode code, EntityKind kind, String name, Ubigeo seat) {

    /** The territories it may run a process for; the first is its own level. */
    public List<Ubigeo> governs() {
        return Municipality.governedFrom(kind, seat);
    }
}
