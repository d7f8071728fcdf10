package pe.minka.transparency.fact;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the workshops tell: plan, sessions, proposals, rounds, elections. */
public sealed interface WorkshopFact extends ProcessFact {

    record PlanAdopted(
            ProcessId process, EntityCode entity, UUID plan, int version, String title, List<Objective> objectives)
            implements WorkshopFact {

        /** @param origin PLAN, or AGENTS where the agents added it */
        public record Objective(
                UUID objective,
                @Nullable String code,
                String name,
                @Nullable String origin) {}

        @Override
        public String subject() {
            return plan.toString();
        }
    }

    record WorkshopConvened(
            ProcessId process,
            EntityCode entity,
            UUID workshop,
            String title,
            Instant startsAt,
            @Nullable String place,
            @Nullable Instant convenedAt)
            implements WorkshopFact {

        @Override
        public String subject() {
            return workshop.toString();
        }
    }

    record WorkshopHeld(
            ProcessId process,
            EntityCode entity,
            UUID workshop,
            Instant heldAt,
            int attendance,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer quorum)
            implements WorkshopFact {

        @Override
        public String subject() {
            return workshop.toString();
        }
    }

    record MinutesSealed(ProcessId process, EntityCode entity, UUID workshop, String sha256, Instant sealedAt)
            implements WorkshopFact {

        @Override
        public String subject() {
            return workshop.toString();
        }
    }

    record ProposalSubmitted(
            ProcessId process,
            EntityCode entity,
            UUID proposal,
            String title,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable String scope,
            @Nullable String origin)
            implements WorkshopFact {

        @Override
        public String subject() {
            return proposal.toString();
        }
    }

    record ProposalEvaluated(
            ProcessId process,
            EntityCode entity,
            UUID proposal,
            String opinion,
            @Nullable Soles cost,
            @Nullable String explanation)
            implements WorkshopFact {

        @Override
        public String subject() {
            return proposal.toString();
        }
    }

    record ProposalShortlisted(ProcessId process, EntityCode entity, UUID proposal, UUID round)
            implements WorkshopFact {

        @Override
        public String subject() {
            return proposal + "/" + round;
        }
    }

    record ProposalRefused(ProcessId process, EntityCode entity, UUID proposal, String because)
            implements WorkshopFact {

        @Override
        public String subject() {
            return proposal.toString();
        }
    }

    record RoundOpened(
            ProcessId process,
            EntityCode entity,
            UUID round,
            String title,
            String kind,
            String ballot,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer roll)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    record RoundClosed(ProcessId process, EntityCode entity, UUID round, Instant closedAt) implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /**
     * @param ballotsSha256 the hash of the anonymous ballot file that anyone may fetch and count again
     * @param zone where only one zone voted
     */
    record RoundTallied(
            ProcessId process,
            EntityCode entity,
            UUID round,
            String kind,
            int roll,
            int turnout,
            int blank,
            List<Tally> tallies,
            @Nullable String ballotsSha256,
            @Nullable String zone)
            implements WorkshopFact {

        public record Tally(
                @Nullable UUID proposal,
                String title,
                @Nullable UUID objective,
                @Nullable String zone,
                @Nullable Soles cost,
                int votes,
                @Nullable String score,
                @Nullable String origin) {}

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /** Commitments to ballots cast: each hides ballot and voter, and shows later that the ballot was counted. */
    record BallotsCommitted(ProcessId process, EntityCode entity, UUID round, List<String> commitments)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /**
     * An act on an open vote, or an incident of it.
     *
     * @param deadline of an extension
     * @param sha256 of the act, whose words stand with the round
     */
    record RoundActRecorded(
            ProcessId process,
            EntityCode entity,
            UUID round,
            int number,
            String act,
            @Nullable Instant deadline,
            Instant at,
            String sha256)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /**
     * An act on a frozen roll.
     *
     * @param roll how many may vote from then on
     * @param sha256 of the act, whose words stand with the round
     */
    record RollActRecorded(
            ProcessId process,
            EntityCode entity,
            UUID round,
            int number,
            String act,
            int roll,
            Instant at,
            String sha256)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /** What the result of a round will be held to, fixed before its first ballot. */
    record RoundDeclared(
            ProcessId process,
            EntityCode entity,
            UUID round,
            String sha256,
            String drawSecretSha256,
            String receiptKey,
            int roll)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /**
     * What was decided by act about ballots of a channel beside the voter's own device.
     *
     * @param thing the table, device, ballot kept aside or count of hands
     * @param figures ballots, none of which tells how somebody voted
     * @param wordsSha256 of document and reason, whose words stay where they were written
     */
    record ChannelActRecorded(
            ProcessId process,
            EntityCode entity,
            UUID round,
            String act,
            String thing,
            @Nullable String label,
            @Nullable String because,
            Map<String, Integer> figures,
            String wordsSha256,
            int accounts,
            String office,
            Instant hour)
            implements WorkshopFact {

        @Override
        public String subject() {
            return thing;
        }
    }

    /** The act of a result, by its hash. */
    record ResultActSealed(
            ProcessId process, EntityCode entity, UUID round, String sha256, String ballotsSha256, Instant sealedAt)
            implements WorkshopFact {

        @Override
        public String subject() {
            return round.toString();
        }
    }

    /** Posts and sexes of those elected; who they are stands in the minutes. */
    record ElectionProclaimed(
            ProcessId process,
            EntityCode entity,
            UUID election,
            String kind,
            List<Elected> elected,
            Instant proclaimedAt)
            implements WorkshopFact {

        public record Elected(
                @Nullable String post, @Nullable String sex) {}

        @Override
        public String subject() {
            return election.toString();
        }
    }
}
