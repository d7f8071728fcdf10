package pe.minka.workshop.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A round as anyone may see it. Partial results exist nowhere: votes and scores appear with the count.
 *
 * @param deadline when the vote ends by itself; absent where only the act of closing ends it
 * @param turnout ballots in the box; never who cast them
 * @param turnoutByHour whole hours that are over, five voters each at least
 */
@Schema(name = "Round")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundView(
        UUID round,
        ProcessId process,
        RoundKind kind,
        String title,
        BallotRuleView ballot,
        List<OptionView> options,
        Round.State state,
        @Nullable String zone,
        @Nullable Soles budget,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant deadline,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Integer roll,
        int turnout,
        @Nullable Integer blank,
        @Nullable String ballotsSha256,
        List<HourView> turnoutByHour) {

    @Schema(name = "BallotRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BallotRuleView(
            BallotKind kind,
            @Nullable Integer minimumChoices,
            @Nullable Integer maximumChoices,
            @Nullable Integer pointsPerBallot,
            @Nullable Integer maximumScore,
            @Nullable String choicesPer,
            @Nullable Integer maximumChoicesInAll,
            boolean secret,
            boolean replaceable,
            boolean blankAllowed,
            String law) {}

    /** @param score an exact number; votes or points by the kind of ballot */
    @Schema(name = "RoundOption")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionView(
            UUID option,
            String title,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable Soles cost,
            @Nullable String origin,
            @Nullable String uniqueInvestmentCode,
            @Nullable Integer votes,
            @Nullable String score) {}

    /** @param until the first instant after it: hours in which few came are told together */
    @Schema(name = "TurnoutOfHour")
    record HourView(Instant hour, Instant until, int ballots) {}

    static RoundView of(Round round, Turnout.Figures turnout) {
        var rule = round.rule();
        return new RoundView(
                round.round(),
                round.process(),
                round.kind(),
                round.title(),
                new BallotRuleView(
                        round.paper().kind(),
                        rule.minimumChoices(),
                        rule.maximumChoices(),
                        rule.pointsPerBallot(),
                        rule.maximumScore(),
                        rule.choicesPer(),
                        rule.maximumChoicesInAll(),
                        rule.secret(),
                        rule.replaceable(),
                        Boolean.TRUE.equals(rule.blankAllowed()),
                        rule.law()),
                round.options().stream().map(RoundView::view).toList(),
                round.state(),
                round.zone(),
                round.budget(),
                round.opensAt(),
                round.closesAt(),
                round.deadline(),
                round.openedAt(),
                round.closedAt(),
                round.roll(),
                Objects.requireNonNullElse(round.turnout(), turnout.voters()),
                round.blank(),
                round.ballotsSha256(),
                turnout.periods().stream()
                        .map(each -> new HourView(each.from(), each.until(), each.voters()))
                        .toList());
    }

    private static OptionView view(RoundOption option) {
        return new OptionView(
                option.option(),
                option.title(),
                option.objective(),
                option.zone(),
                option.cost(),
                option.origin(),
                option.uniqueInvestmentCode(),
                option.votes(),
                option.score() == null ? null : String.valueOf(option.score()));
    }
}
