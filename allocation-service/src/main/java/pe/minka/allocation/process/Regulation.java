package pe.minka.allocation.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the executable ordinance of a process says about money, as it was effective when the process was called. Each
 * rule comes with the article behind it; what the ordinance does not rule is absent and not assumed.
 *
 * @param share the least part of the investment budget that the agents decide
 * @param horizon for how many fiscal years agreements programme money
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Regulation(
        String identifier,
        int version,
        @Nullable Share share,
        @Nullable Horizon horizon,
        @Nullable CurrentExpenditure currentExpenditure,
        @Nullable List<Purse> envelopes,
        @Nullable SelectionMethod selection,
        @Nullable Formula distribution,
        @Nullable Scoring scoring,
        @Nullable List<RequiredApproval> approvals,
        @Nullable Proposals proposals,
        @Nullable Coordination coordination,
        @Nullable Plan plan,
        @Nullable PortfolioDemand portfolio,
        @Nullable List<Body> bodies) {

    /** One that says nothing of the plan, of portfolios and of bodies. */
    public Regulation(
            String identifier,
            int version,
            @Nullable Share share,
            @Nullable Horizon horizon,
            @Nullable CurrentExpenditure currentExpenditure,
            @Nullable List<Purse> envelopes,
            @Nullable SelectionMethod selection,
            @Nullable Formula distribution,
            @Nullable Scoring scoring,
            @Nullable List<RequiredApproval> approvals,
            @Nullable Proposals proposals,
            @Nullable Coordination coordination) {
        this(
                identifier,
                version,
                share,
                horizon,
                currentExpenditure,
                envelopes,
                selection,
                distribution,
                scoring,
                approvals,
                proposals,
                coordination,
                null,
                null,
                null);
    }

    /** Where no ordinance names an article. */
    public static final String NO_ARTICLE = "—";

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Share(
            @Nullable Percent percent,
            @Nullable Boolean lowerRefused,
            @Nullable Percent warnBelowPercent,
            @Nullable Boolean undecidedRefused,
            @Nullable String law) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Horizon(int years, @Nullable String law) {}

    /** Ceiling for current spending as a part of the institutional budget. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CurrentExpenditure(
            Percent maximumPercent, @Nullable String law) {}

    /** A separate envelope of one process and who decides on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Purse(
            String envelope,
            @Nullable Map<String, String> title,
            String decidedBy,
            @Nullable Percent percent,
            @Nullable String law) {}

    /** How the vote and the money make the list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SelectionMethod(
            String rule,
            @Nullable String utility,
            @Nullable String completion,
            @Nullable Long minimumVotes,
            @Nullable List<String> tieBreak,
            @Nullable String law,
            @Nullable GroupLimit perTerritory,
            @Nullable List<GroupLimit> perCategory) {

        public SelectionMethod(
                String rule,
                @Nullable String utility,
                @Nullable String completion,
                @Nullable Long minimumVotes,
                @Nullable List<String> tieBreak,
                @Nullable String law) {
            this(rule, utility, completion, minimumVotes, tieBreak, law, null, null);
        }
    }

    /**
     * What the projects of one territory or category get together, as parts of the budget.
     *
     * @param category absent where it is for each territory alike
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GroupLimit(
            @Nullable String category,
            @Nullable Percent atLeastPercent,
            @Nullable Percent atMostPercent,
            @Nullable Integer mostProjects) {}

    /** Shares of an envelope by indicators. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Formula(
            List<Criterion> criteria,
            @Nullable Boolean poorestAtLeastPerHead,
            @Nullable Boolean equalSplitFlagged,
            @Nullable String law) {}

    /**
     * One term of a formula.
     *
     * @param direction {@code DIRECT}: more of it, more money; {@code INVERSE}: less of it, more money
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Criterion(
            String indicator,
            Percent weightPercent,
            @Nullable String direction) {}

    /** The matrix of points by which projects are ranked. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Scoring(
            List<ScoringCriterion> criteria,
            @Nullable Integer total,
            @Nullable String law) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ScoringCriterion(
            String criterion, @Nullable Map<String, String> title, int maximumPoints) {}

    /** @param sessionRequired whether the body decides in a session that is named */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RequiredApproval(
            String approval,
            @Nullable Boolean sessionRequired,
            @Nullable String law) {

        public boolean needsSession() {
            return Boolean.TRUE.equals(sessionRequired);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proposals(
            @Nullable Boolean requireObjective,
            @Nullable String law,
            @Nullable Appeal appeal) {}

    /** Who hears an appeal against a technical refusal, and for how many days after it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Appeal(String to, int days, @Nullable String law) {}

    /** The plan that projects hang on: its fixed axes, and the higher plans that each objective has to serve. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Plan(
            @Nullable List<Axis> axes,
            @Nullable List<String> alignment,
            @Nullable String law) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Axis(String axis) {}

    /**
     * What a portfolio needs before it is agreed on.
     *
     * @param approvedBy the body whose act approves it
     * @param capacityYears over how many past years its size is held against what was executed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PortfolioDemand(
            @Nullable String approvedBy,
            @Nullable Integer capacityYears,
            @Nullable String law) {}

    /** A standing body and what its sessions must bring forth. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Body(
            String body,
            @Nullable Integer sessionsPerYear,
            @Nullable List<SessionOutput> sessionOutputs,
            @Nullable String law) {}

    /** @param session {@code FIRST}, {@code LAST} or {@code EACH} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SessionOutput(String session, String output) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Coordination(
            @Nullable Boolean meetingRequired,
            @Nullable List<String> chain,
            @Nullable String law) {}

    /** The share that no envelope may fall short of, where the ordinance sets one. */
    public Optional<Percent> requiredShare() {
        return Optional.ofNullable(share).map(Share::percent);
    }

    public boolean refusesLowerShare() {
        return share != null && Boolean.TRUE.equals(share.lowerRefused());
    }

    /** Whether the agents decide all investment, so that none is charged without their decision. */
    public boolean refusesUndecidedInvestment() {
        return share != null
                && Boolean.TRUE.equals(share.undecidedRefused())
                && Percent.HUNDRED.equals(share.percent());
    }

    public String shareLaw() {
        return article(share == null ? null : share.law());
    }

    /** At least the year of the process itself. */
    public int horizonYears() {
        return horizon == null ? 1 : horizon.years();
    }

    public String horizonLaw() {
        return article(horizon == null ? null : horizon.law());
    }

    /** The approvals in the order in which they must come. */
    public List<RequiredApproval> approvalChain() {
        return Objects.requireNonNullElse(approvals, List.of());
    }

    public List<Purse> purses() {
        return Objects.requireNonNullElse(envelopes, List.of());
    }

    public boolean asksForObjective() {
        return proposals != null && Boolean.TRUE.equals(proposals.requireObjective());
    }

    public String proposalsLaw() {
        return article(proposals == null ? null : proposals.law());
    }

    /** Levels of government whose plans each objective has to serve. */
    public List<String> alignment() {
        return plan == null ? List.of() : Objects.requireNonNullElse(plan.alignment(), List.of());
    }

    /** Codes of the fixed axes of the plan; empty where it has none. */
    public List<String> axes() {
        return plan == null
                ? List.of()
                : Objects.requireNonNullElse(plan.axes(), List.<Axis>of()).stream()
                        .map(Axis::axis)
                        .toList();
    }

    public Optional<Body> body(String code) {
        return Objects.requireNonNullElse(bodies, List.<Body>of()).stream()
                .filter(each -> each.body().equals(code))
                .findFirst();
    }

    /** The article as quoted, or a dash where none is named. */
    public static String article(@Nullable String law) {
        return law == null || law.isBlank() ? NO_ARTICLE : law;
    }
}
