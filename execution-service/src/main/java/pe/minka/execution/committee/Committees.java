package pe.minka.execution.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.committee.Committee.Office;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All committees, in office and past. */
@ApplicationScoped
public class Committees implements PanacheRepositoryBase<Committee, UUID> {

    List<Committee> of(ProcessId process, UUID after, int limit) {
        return find("process = ?1 and id > ?2 order by id", process, after)
                .page(0, limit)
                .list();
    }

    /** Whether an agent sits on the management committee that is in office for a work. */
    public boolean isInOffice(UUID project, AgentId agent) {
        return find("project = ?1 and endedOn is null", project).stream()
                .flatMap(each -> each.members.stream())
                .anyMatch(member -> member.agent.equals(agent));
    }

    boolean hasActiveManagement(UUID project) {
        return count("project = ?1 and endedOn is null", project) > 0;
    }

    boolean hasActiveVigilance(ProcessId process) {
        return count("process = ?1 and kind = ?2 and endedOn is null", process, CommitteeKind.VIGILANCE) > 0;
    }

    /**
     * The members of the committee before this one: for vigilance the last of the entity, for management the last of
     * the same zone, or of the same work where it lies in no zone.
     */
    Set<AgentId> membersBefore(Office office) {
        return before(office)
                .map(each -> each.members.stream().map(member -> member.agent).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Optional<Committee> before(Office office) {
        var latestFirst = " order by constitutedAt desc";
        if (office.kind() == CommitteeKind.VIGILANCE) {
            return find("kind = ?1 and entity = ?2" + latestFirst, office.kind(), office.entity())
                    .firstResultOptional();
        }
        return office.zone() == null
                ? find("kind = ?1 and project = ?2" + latestFirst, office.kind(), office.project())
                        .firstResultOptional()
                : find(
                                "kind = ?1 and entity = ?2 and zone = ?3" + latestFirst,
                                office.kind(),
                                office.entity(),
                                office.zone())
                        .firstResultOptional();
    }
}
