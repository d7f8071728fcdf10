package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.process.EvidenceSource;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What the named bodies prove to a call and to a phase. */
@ApplicationScoped
class BodyEvidence implements EvidenceSource {

    private static final Map<String, Set<String>> KINDS = Map.of(
            "TECHNICAL_TEAM_CONSTITUTED", Set.of("TECHNICAL_TEAM"),
            "COORDINATION_COUNCIL_CONSTITUTED", Set.of("LOCAL_COORDINATION_COUNCIL", "REGIONAL_COORDINATION_COUNCIL"));

    private final Bodies bodies;

    BodyEvidence(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Set<String> requirements() {
        return KINDS.keySet();
    }

    @Override
    public int countOf(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation) {
        var kinds = KINDS.getOrDefault(requirement.requires(), Set.of());
        return (int) bodies.of(entity, process).stream()
                .filter(body -> kinds.contains(body.kind()))
                // a call is answered by those in office; later steps also by those who came after it
                .filter(body -> process == null ? body.inOffice(calledOn) : !body.endedBefore(calledOn))
                .count();
    }
}
