package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a voter is given: the options and how to mark them, as the regulation says. Holds no ballot.
 */
final class BallotPaper {

    private static final int LARGEST_SCORE = 1000;

    private final Regulation.Ballot rule;
    private final BallotKind kind;
    private final List<RoundOption> options;
    private final Map<UUID, Integer> positions = new HashMap<>();
    private final @Nullable Soles budget;
    private final int longestMark;

    /** @param options in the order of their positions */
    BallotPaper(Regulation.Ballot rule, List<RoundOption> options, @Nullable Soles budget) {
        this.rule = rule;
        this.kind = BallotKind.valueOf(rule.kind());
        this.options = List.copyOf(options);
        this.budget = budget;
        options.forEach(option -> positions.put(option.option(), option.position()));
        this.longestMark = longest();
    }

    BallotKind kind() {
        return kind;
    }

    List<RoundOption> options() {
        return options;
    }

    /** Either the mark, or why there is none. */
    sealed interface Reading {

        record Marked(Mark mark) implements Reading {}

        record Refused(Breach breach, @Nullable UUID option) implements Reading {}
    }

    /**
     * @param choices options in the voter's order; null where points are given
     * @param points of each option; null where choices are given
     */
    Reading read(@Nullable List<UUID> choices, @Nullable Map<UUID, Integer> points) {
        if (kind.hasPoints()) {
            return choices != null && !choices.isEmpty()
                    ? new Reading.Refused(Breach.POINTS_MISSING, null)
                    : readPoints(points == null ? Map.of() : points);
        }
        return points != null && !points.isEmpty()
                ? new Reading.Refused(Breach.POINTS_NOT_ASKED, null)
                : readChoices(choices == null ? List.of() : choices);
    }

    private Reading readChoices(List<UUID> choices) {
        var marked = new ArrayList<Mark.Choice>();
        var seen = new HashSet<UUID>();
        for (UUID choice : choices) {
            var position = positions.get(choice);
            if (position == null) {
                return new Reading.Refused(Breach.OPTION_NOT_ON_BALLOT, choice);
            }
            if (!seen.add(choice)) {
                return new Reading.Refused(Breach.OPTION_MARKED_TWICE, choice);
            }
            marked.add(new Mark.Choice(position, 1));
        }
        return admit(marked);
    }

    private Reading readPoints(Map<UUID, Integer> points) {
        var marked = new ArrayList<Mark.Choice>();
        for (var given : points.entrySet()) {
            var position = positions.get(given.getKey());
            if (position == null) {
                return new Reading.Refused(Breach.OPTION_NOT_ON_BALLOT, given.getKey());
            }
            if (given.getValue() == null || given.getValue() < 0 || given.getValue() > largestPoints()) {
                return new Reading.Refused(Breach.POINTS_OUT_OF_RANGE, given.getKey());
            }
            if (given.getValue() > 0) {
                marked.add(new Mark.Choice(position, given.getValue()));
            }
        }
        return admit(marked);
    }

    private Reading admit(List<Mark.Choice> marked) {
        if (kind != BallotKind.RANKING) {
            marked.sort(Comparator.comparingInt(Mark.Choice::position));
        }
        var mark = new Mark(marked);
        return breachOf(mark)
                .<Reading>map(breach -> new Reading.Refused(breach, null))
                .orElseGet(() -> new Reading.Marked(mark));
    }

    private Optional<Breach> breachOf(Mark mark) {
        if (mark.isBlank()) {
            return Boolean.TRUE.equals(rule.blankAllowed()) ? Optional.empty() : Optional.of(Breach.BLANK_NOT_ALLOWED);
        }
        int fewest = Objects.requireNonNullElse(rule.minimumChoices(), 0);
        if (mark.choices().size() < fewest) {
            return Optional.of(Breach.TOO_FEW_CHOICES);
        }
        if (exceedsCeiling(mark)) {
            return Optional.of(Breach.TOO_MANY_CHOICES);
        }
        if (budget != null && kind == BallotKind.KNAPSACK && costOf(mark).exceeds(budget)) {
            return Optional.of(Breach.OVER_BUDGET);
        }
        int share = Objects.requireNonNullElse(rule.pointsPerBallot(), Integer.MAX_VALUE);
        if (kind == BallotKind.POINTS && pointsOf(mark) > share) {
            return Optional.of(Breach.POINTS_OUT_OF_RANGE);
        }
        return Optional.empty();
    }

    private boolean exceedsCeiling(Mark mark) {
        if (mark.choices().size() > mostInAll()) {
            return true;
        }
        int most = mostOfGroup();
        var counts = new HashMap<Object, Integer>();
        return mark.choices().stream()
                .anyMatch(choice -> counts.merge(group(options.get(choice.position())), 1, Integer::sum) > most);
    }

    private int mostInAll() {
        return Objects.requireNonNullElse(rule.maximumChoicesInAll(), Integer.MAX_VALUE);
    }

    private int mostOfGroup() {
        return kind == BallotKind.CHOOSE_ONE || kind == BallotKind.SHOW_OF_HANDS
                ? 1
                : Objects.requireNonNullElse(rule.maximumChoices(), Integer.MAX_VALUE);
    }

    /** What the ceiling counts under. */
    private Object group(RoundOption option) {
        return switch (Objects.requireNonNullElse(rule.choicesPer(), "BALLOT")) {
            case "OBJECTIVE" -> String.valueOf(option.objective());
            case "ZONE" -> String.valueOf(option.zone());
            default -> "";
        };
    }

    private Soles costOf(Mark mark) {
        return mark.choices().stream()
                .map(choice -> Objects.requireNonNullElse(
                        options.get(choice.position()).cost(), Soles.ZERO))
                .reduce(Soles.ZERO, Soles::plus);
    }

    private static long pointsOf(Mark mark) {
        return mark.choices().stream().mapToLong(Mark.Choice::points).sum();
    }

    private int largestPoints() {
        var ceiling = kind == BallotKind.POINTS ? rule.pointsPerBallot() : rule.maximumScore();
        return Math.min(LARGEST_SCORE, Objects.requireNonNullElse(ceiling, LARGEST_SCORE));
    }

    String write(Mark mark) {
        return mark.text(kind.hasPoints());
    }

    /** No mark of this paper is written longer: sealed ballots all have this length, so that none tells its choices. */
    int longestMark() {
        return longestMark;
    }

    private int longest() {
        int points = kind.hasPoints() ? 1 + String.valueOf(largestPoints()).length() : 0;
        // a point at least goes to each that is marked
        int most = kind == BallotKind.POINTS && rule.pointsPerBallot() != null
                ? Math.min(mostInAll(), rule.pointsPerBallot())
                : mostInAll();
        var longestFirst = options.stream()
                .sorted(Comparator.comparingInt(RoundOption::position).reversed())
                .toList();
        var counts = new HashMap<Object, Integer>();
        return longestFirst.stream()
                .filter(option -> counts.merge(group(option), 1, Integer::sum) <= mostOfGroup())
                .limit(most)
                .mapToInt(option -> String.valueOf(option.position()).length() + 1 + points)
                .sum();
    }
}
