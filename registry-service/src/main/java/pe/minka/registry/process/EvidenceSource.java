package pe.minka.registry.process;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.Set;

/** A feature of the registry whose records a regulation may require. */
public interface EvidenceSource {

    /** The requirements that it knows about. */
    Set<String> requirements();

    /**
     * How many records there are.
     *
     * @param process absent before the call
     * @param calledOn the day of the call; what was over before it counts for nothing
     */
    int countOf(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation);
}
