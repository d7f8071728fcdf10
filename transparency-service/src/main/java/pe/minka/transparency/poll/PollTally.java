package pe.minka.transparency.poll;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.SmallCells;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A closed citizens' poll, counted by option and by the section that answered. A poll is all rounds with the same options;
 * each section answers in a round of its own. Cells under five are kept back, with others until together they tell nobody.
 *
 * @param sections how many sections answered
 */
record PollTally(int sections, int roll, int turnout, int blank, List<OptionTally> options) {

    static final String KIND = "CITIZENS_POLL";
    private static final String WHOLE = "";

    /** @param bySection by name of the section; null where it is kept back; sections where nobody chose it are left out */
    record OptionTally(String option, int votes, Map<String, @Nullable Integer> bySection) {}

    static List<PollTally> of(List<RoundTallied> rounds) {
        Map<List<String>, List<RoundTallied>> polls = new LinkedHashMap<>();
        for (RoundTallied round : rounds) {
            if (round.kind().equals(KIND)) {
                var options = round.tallies().stream()
                        .map(RoundTallied.Tally::title)
                        .sorted()
                        .toList();
                polls.computeIfAbsent(options, each -> new ArrayList<>()).add(round);
            }
        }
        return polls.entrySet().stream()
                .map(poll -> poll(poll.getKey(), poll.getValue()))
                .toList();
    }

    private static PollTally poll(List<String> options, List<RoundTallied> rounds) {
        return new PollTally(
                (int) rounds.stream().map(PollTally::section).distinct().count(),
                rounds.stream().mapToInt(RoundTallied::roll).sum(),
                rounds.stream().mapToInt(RoundTallied::turnout).sum(),
                rounds.stream().mapToInt(RoundTallied::blank).sum(),
                options.stream().map(option -> option(option, rounds)).toList());
    }

    private static OptionTally option(String title, List<RoundTallied> rounds) {
        Map<String, Integer> votes = new TreeMap<>();
        for (RoundTallied round : rounds) {
            round.tallies().stream()
                    .filter(tally -> tally.title().equals(title))
                    .forEach(tally -> votes.merge(section(round), tally.votes(), Integer::sum));
        }
        var shown = new TreeMap<String, @Nullable Integer>();
        SmallCells.publish(votes).forEach(cell -> shown.put(cell.key(), cell.count()));
        return new OptionTally(
                title, votes.values().stream().mapToInt(Integer::intValue).sum(), shown);
    }

    private static String section(RoundTallied round) {
        return round.zone() == null ? WHOLE : round.zone();
    }
}
