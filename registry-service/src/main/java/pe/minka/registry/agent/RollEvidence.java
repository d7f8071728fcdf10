package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.process.EvidenceSource;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.Set;

/** What the roll proves to a phase. */
@ApplicationScoped
class RollEvidence implements EvidenceSource {

    private final Rolls rolls;
    private final Agents agents;

    RollEvidence(Rolls rolls, Agents agents) {
        this.rolls = rolls;
        this.agents = agents;
    }

    @Override
    public Set<String> requirements() {
        return Set.of("ROLL_PUBLISHED", "ROLL_QUOTAS_MET");
    }

    @Override
    public int countOf(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation) {
        if (process == null) {
            return 0;
        }
        if (requirement.requires().equals("ROLL_PUBLISHED")) {
            return rolls.published(process).isPresent() ? 1 : 0;
        }
        boolean met = agents.composition(process).gaps(regulation.quotas("ROLL")).stream()
                .allMatch(gap -> gap.missing() == 0);
        return met ? 1 : 0;
    }
}
