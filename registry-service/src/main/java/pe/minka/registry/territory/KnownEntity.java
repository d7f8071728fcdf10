package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.time.LocalDate;
import java.util.List;

/**
 * An entity as the other features see it.
 *
 * @param seat the district of its seat
 * @param councilSize legal number of councillors, where it was stated
 * @param validFrom since when there is the entity; absent where no list or act says
 * @param validUntil its last day
 */
public record KnownEntity(
        EntityCode code,
        EntityKind kind,
        String name,
        Ubigeo seat,
        @Nullable Integer councilSize,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Whether there was the entity on that day, its first and its last included. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The territories it may run a process for; the first is its own level. */
    public List<Ubigeo> governs() {
        return Municipality.governedFrom(kind, seat);
    }
}
