package pe.minka.workshop.decision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Something that was decided: by which body, in which way, with what outcome. Who was in favour is nowhere.
 *
 * @param document that names it, such as minutes or a resolution
 * @param objections what was said against it; for a consensus what stands beside it, none being said too
 */
record Decision(
        String matter,
        Body body,
        Method method,
        LocalDate decidedOn,
        String document,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstained,
        @Nullable List<String> objections,
        @Nullable UUID workshop,
        @Nullable UUID round) {

    /** Who decides. */
    enum Body {
        AGENTS_ASSEMBLY,
        COORDINATION_COUNCIL,
        VIGILANCE_COMMITTEE,
        MUNICIPAL_COUNCIL,
        /** The mayor or the administration, alone. */
        EXECUTIVE
    }

    enum Method {
        CONSENSUS,
        SHOW_OF_HANDS,
        BALLOT,
        /** An act of the executive; nobody votes on it. */
        RESOLUTION
    }

    enum Outcome {
        ADOPTED,
        REJECTED
    }

    /** Why a decision cannot have been taken as it is told. */
    enum Flaw {
        OBJECTIONS_NOT_ASKED,
        CONSENSUS_WITH_VOTES_AGAINST,
        HANDS_NOT_COUNTED,
        ROUND_NOT_NAMED,
        EXECUTIVE_DECIDES_BY_RESOLUTION
    }

    Decision {
        objections = objections == null ? null : List.copyOf(objections);
    }

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if ((body == Body.EXECUTIVE) != (method == Method.RESOLUTION)) {
            flaws.add(Flaw.EXECUTIVE_DECIDES_BY_RESOLUTION);
        }
        switch (method) {
            case CONSENSUS -> {
                if (objections == null) {
                    flaws.add(Flaw.OBJECTIONS_NOT_ASKED);
                }
                if (against != null && against > 0) {
                    flaws.add(Flaw.CONSENSUS_WITH_VOTES_AGAINST);
                }
            }
            case SHOW_OF_HANDS -> {
                if (inFavour == null || against == null) {
                    flaws.add(Flaw.HANDS_NOT_COUNTED);
                }
            }
            case BALLOT -> {
                if (round == null) {
                    flaws.add(Flaw.ROUND_NOT_NAMED);
                }
            }
            case RESOLUTION -> {}
        }
        if (round != null && method != Method.BALLOT) {
            flaws.add(Flaw.ROUND_NOT_NAMED);
        }
        return flaws;
    }

    /** More hands in favour than against adopt; as many do not. */
    Outcome outcome() {
        return inFavour != null && against != null && inFavour <= against ? Outcome.REJECTED : Outcome.ADOPTED;
    }

    List<String> objectionsSaid() {
        return objections == null ? List.of() : objections;
    }
}
