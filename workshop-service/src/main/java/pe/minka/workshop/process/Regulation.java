package pe.minka.workshop.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ordinance of a process, as far as deliberation and voting follow it. Every threshold stands here with its
 * article; what the document leaves out binds nobody.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Regulation(
        String identifier,
        int version,
        Convocation convocation,
        Workshops workshops,
        Quorum quorum,
        Participation participation,
        List<Quota> quotas,
        Map<String, Committee> committees,
        List<Ballot> ballots,
        Proposals proposals,
        Selection selection,
        Plan plan) {

    /** Peru has one hour of the clock; days of notice are counted by its calendar. */
    public Regulation {
        convocation = Objects.requireNonNullElse(convocation, new Convocation(0, 0, ""));
        workshops = Objects.requireNonNullElse(workshops, new Workshops(false, false, "NONE", false, List.of(), ""));
        quorum = Objects.requireNonNullElse(quorum, new Quorum(BigDecimal.ZERO, false, "SAME", ""));
        participation =
                Objects.requireNonNullElse(participation, new Participation("NONE", false, true, false, List.of(), ""));
        quotas = quotas == null ? List.of() : List.copyOf(quotas);
        committees = committees == null ? Map.of() : Map.copyOf(committees);
        ballots = ballots == null ? List.of() : List.copyOf(ballots);
        proposals = Objects.requireNonNullElse(proposals, new Proposals(false, false, false, 1, false, false, ""));
        selection = Objects.requireNonNullElse(selection, new Selection(List.of(), ""));
        plan = Objects.requireNonNullElse(plan, new Plan(true, ""));
    }

    public Optional<Ballot> ballotOf(String round) {
        return ballots.stream().filter(ballot -> ballot.round().equals(round)).findFirst();
    }

    /** Days between the notice and the session, by the calendar of Peru. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Convocation(int noticeDays, int minimumChannels, String law) {

        public boolean isMetBy(Instant convenedAt, Instant startsAt) {
            return daysBetween(convenedAt, startsAt) >= noticeDays;
        }

        public static long daysBetween(Instant convenedAt, Instant startsAt) {
            return ChronoUnit.DAYS.between(Peru.dayOf(convenedAt), Peru.dayOf(startsAt));
        }
    }

    /** @param roundNeeds what a round needs beyond that before it may open; nothing for a kind that is not named */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Workshops(
            boolean budgetPresentedFirst,
            boolean themesBeforeProjects,
            @Nullable String attestedBy,
            @Nullable Boolean chairElectedFirst,
            List<RoundNeeds> roundNeeds,
            String law) {

        public Workshops {
            roundNeeds = roundNeeds == null ? List.of() : List.copyOf(roundNeeds);
        }

        /** Whether a session elects who chairs it before anything else. */
        public boolean startWithChair() {
            return Boolean.TRUE.equals(chairElectedFirst);
        }
    }

    /** What one kind of round needs before it may open, by name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RoundNeeds(String round, List<String> needs, String law) {

        public RoundNeeds {
            needs = needs == null ? List.of() : List.copyOf(needs);
            law = Objects.requireNonNullElse(law, "");
        }
    }

    /** The presence that a session needs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quorum(
            BigDecimal percentOfRoll,
            boolean plusOne,
            @Nullable String secondCall,
            String law) {

        /** @param roll how many agents are on the roll, alternates not counted */
        public int of(int roll) {
            var share = percentOfRoll.multiply(BigDecimal.valueOf(roll)).movePointLeft(2);
            return plusOne
                    ? share.setScale(0, RoundingMode.FLOOR).intValueExact() + 1
                    : share.setScale(0, RoundingMode.CEILING).intValueExact();
        }

        public boolean anyPresenceOnSecondCall() {
            return "THOSE_PRESENT".equals(secondCall);
        }
    }

    /** @param supervise roles that may be elected to watch the agreements; all where empty */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Participation(
            @Nullable String trainingBeforeVote,
            boolean oneVotePerOrganisation,
            @Nullable Boolean voteOutsideZone,
            @Nullable Boolean weightedVotes,
            @Nullable List<String> supervise,
            String law) {

        /** Whether one vote would weigh more than another: no round is held under such a rule. */
        public boolean weighsVotes() {
            return Boolean.TRUE.equals(weightedVotes);
        }

        public boolean untrainedMayNotVote() {
            return "BLOCK".equals(trainingBeforeVote);
        }

        public boolean maySupervise(String role) {
            return supervise == null || supervise.isEmpty() || supervise.contains(role);
        }
    }

    /** @param effect WARN shows the gap, BLOCK refuses */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quota(
            String of,
            String group,
            @Nullable BigDecimal minimumPercent,
            @Nullable Integer minimumCount,
            String effect,
            String law) {

        public boolean blocks() {
            return "BLOCK".equals(effect);
        }

        /** How many of the group a body of this size needs: the larger of percentage, rounded up, and count. */
        public int minimumOf(int size) {
            int byPercent = minimumPercent == null
                    ? 0
                    : minimumPercent
                            .multiply(BigDecimal.valueOf(size))
                            .movePointLeft(2)
                            .setScale(0, RoundingMode.CEILING)
                            .intValueExact();
            return Math.max(byPercent, minimumCount == null ? 0 : minimumCount);
        }
    }

    /**
     * @param posts the post of each member, one entry a member; empty where the regulation names none
     * @param publicOffice whether who holds a public office may be a member; nobody may where nothing is said
     * @param minimumZones from how many zones the members come at least
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Committee(
            int members,
            List<String> posts,
            @Nullable Integer termMonths,
            @Nullable Boolean immediateReelection,
            @Nullable Boolean publicOffice,
            @Nullable Integer minimumZones,
            String law) {

        public Committee {
            posts = posts == null ? List.of() : List.copyOf(posts);
            law = Objects.requireNonNullElse(law, "");
        }

        /** Whether who belongs to the committee that ends may not belong to the next one. */
        public boolean barsReelection() {
            return Boolean.FALSE.equals(immediateReelection);
        }

        public boolean barsPublicOffice() {
            return !Boolean.TRUE.equals(publicOffice);
        }

        public int zonesNeeded() {
            return minimumZones == null ? 0 : minimumZones;
        }
    }

    /**
     * How one kind of round is voted.
     *
     * @param maximumChoices of the whole ballot, or under each objective or zone as {@code choicesPer} says
     * @param maximumChoicesInAll of the whole ballot, where the other ceiling counts under each objective or zone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ballot(
            String round,
            String kind,
            @Nullable Integer minimumChoices,
            @Nullable Integer maximumChoices,
            @Nullable Integer pointsPerBallot,
            @Nullable Integer maximumScore,
            @Nullable String choicesPer,
            @Nullable Integer maximumChoicesInAll,
            boolean secret,
            boolean replaceable,
            @Nullable Boolean blankAllowed,
            @Nullable String roll,
            @Nullable List<String> channels,
            @Nullable Boolean mandateRequired,
            String law) {

        /** Whether a channel takes ballots; where delegates carry mandates only the room does, openly. */
        public boolean admits(String channel) {
            if (needsMandate()) {
                return channel.equals("SHOW_OF_HANDS");
            }
            return channels == null || channels.isEmpty() || channels.contains(channel);
        }

        /** The same vote, in which each names one. */
        public Ballot ofOneChoice() {
            return new Ballot(
                    round,
                    "CHOOSE_ONE",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    secret,
                    replaceable,
                    blankAllowed,
                    roll,
                    channels,
                    mandateRequired,
                    law);
        }

        public boolean needsMandate() {
            return Boolean.TRUE.equals(mandateRequired);
        }

        /** Whether agents vote, and not citizens who have no accreditation. */
        public boolean ofAgents() {
            return roll == null || roll.equals("AGENTS");
        }

        /** Whether the roll grows with whoever a pollster meets. */
        public boolean ofRespondents() {
            return "RESPONDENTS".equals(roll);
        }
    }

    /** What a proposal needs before it is put to the vote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proposals(
            boolean requireObjective,
            boolean requireCost,
            boolean requireViableOpinion,
            @Nullable Integer opinions,
            boolean proposerHidden,
            @Nullable Boolean voteByScope,
            String law) {

        /** Whether the scope of a project says where it is voted. */
        public boolean goByScope() {
            return Boolean.TRUE.equals(voteByScope);
        }

        public int opinionsNeeded() {
            return opinions == null ? 1 : opinions;
        }
    }

    /** @param tieBreak in this order: VOTES, COST, LIST_ORDER, SECOND_ROUND, DRAW */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Selection(List<String> tieBreak, String law) {

        public Selection {
            tieBreak = tieBreak == null ? List.of() : List.copyOf(tieBreak);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Plan(boolean agentsMayAddObjectives, String law) {}
}
