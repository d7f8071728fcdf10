package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

/** Who watches the votes of a process, beside the auditors. */
public interface Oversight {

    /**
     * Whether a member of a vigilance committee of the entity watches this process.
     *
     * @param agent to whom the account belongs, where it says so
     */
    boolean watches(ProcessId process, @Nullable AgentId agent);
}
