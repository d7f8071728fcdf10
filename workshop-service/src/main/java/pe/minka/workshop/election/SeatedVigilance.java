package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.ballot.Oversight;

/** The vigilance committee that a process elected; until it did, whoever watches the entity watches the process. */
@ApplicationScoped
class SeatedVigilance implements Oversight {

    private static final String SEATED = """
            select count(*) from candidate c join election e on e.election = c.election
            join agent a on a.process = e.process and a.agent = c.agent and a.accredited
            where e.process = ? and e.kind = 'VIGILANCE_COMMITTEE' and e.proclaimed_at is not null
              and c.post is not null and c.agent = ?
            """;

    private final Statements statements;

    SeatedVigilance(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean watches(ProcessId process, @Nullable AgentId agent) {
        if (statements.count(
                        "select count(*) from election where process = ? and kind = 'VIGILANCE_COMMITTEE'"
                                + " and proclaimed_at is not null",
                        process)
                == 0) {
            return true;
        }
        return agent != null && statements.count(SEATED, process, agent.value()) > 0;
    }
}
