package pe.minka.workshop.proposal;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A proposal as those see it who evaluate it or put it to the vote: what is proposed, never by whom. */
public record ProposedProject(
        UUID id,
        ProcessId process,
        EntityCode entity,
        String title,
        @Nullable UUID objective,
        @Nullable String zone,
        Extent extent,
        Origin origin,
        Status status,
        @Nullable Soles cost,
        @Nullable String uniqueInvestmentCode) {

    /** Whether one zone decides on it or the whole district. */
    public enum Extent {
        ZONE,
        DISTRICT
    }

    /** Who brings it. The entity's own go through the same vote as all others. */
    public enum Origin {
        AGENTS,
        PROGRAMME,
        ENTITY
    }

    /** What the technical opinions came to. */
    public enum Status {
        SUBMITTED,
        VIABLE,
        OBSERVED,
        NOT_VIABLE
    }

    /** What a proposal lacks for the ballot, by the regulation. */
    public enum Lack {
        OBJECTIVE,
        COST,
        VIABLE_OPINION
    }

    /**
     * What it lacks to be put to the vote.
     *
     * @law DS 142-2009-EF art. 8.2
     */
    public List<Lack> lacksFor(Regulation.Proposals rule) {
        var lacks = new ArrayList<Lack>();
        if (rule.requireObjective() && objective == null) {
            lacks.add(Lack.OBJECTIVE);
        }
        if (rule.requireCost() && cost == null) {
            lacks.add(Lack.COST);
        }
        if (rule.requireViableOpinion() && status != Status.VIABLE) {
            lacks.add(Lack.VIABLE_OPINION);
        }
        return lacks;
    }
}
