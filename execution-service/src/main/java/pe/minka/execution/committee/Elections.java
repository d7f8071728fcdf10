package pe.minka.execution.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Set;
import java.util.stream.Collectors;

/** Who was elected to what. */
@ApplicationScoped
class Elections implements PanacheRepositoryBase<Elected, Elected.Id> {

    /** Who won the last election of such a committee in the process; empty where there was none. */
    Set<AgentId> winnersOf(ProcessId process, CommitteeKind kind) {
        var all = list("process = ?1 and kind = ?2 order by proclaimedAt desc", process, kind + "_COMMITTEE");
        return all.stream()
                .filter(each -> each.id.election().equals(all.get(0).id.election()))
                .map(each -> new AgentId(each.id.agent()))
                .collect(Collectors.toSet());
    }
}
