package pe.minka.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a rule: which projects get money, in which order they were chosen, and why each did or did not.
 *
 * @param rule the rule in words, as the command line takes it
 * @param order positions of the selected projects in the order of their selection
 * @param verdicts one for each project, in the order of the list
 * @param notes what else the rule did, such as the endowment it ended with
 */
public record Selection(
        Election election, String rule, List<Integer> order, List<Verdict> verdicts, Map<String, String> notes) {

    public Selection {
        order = List.copyOf(order);
        verdicts = List.copyOf(verdicts);
        notes = Map.copyOf(notes);
        if (verdicts.size() != election.projects().size()) {
            throw new IllegalArgumentException("a verdict is owed to each project");
        }
    }

    /** Ids of the selected projects, sorted as strings. */
    public List<String> winners() {
        return order.stream()
                .map(position -> election.projects().get(position).id())
                .sorted()
                .toList();
    }

    /** What the selected projects cost together, in the smallest unit. */
    public long cost() {
        return order.stream().mapToLong(election::cost).sum();
    }

    public boolean selected(int position) {
        return verdicts.get(position) instanceof Verdict.Selected;
    }

    /** What the voters get, added up, in soles, points or a count. */
    public BigDecimal total(Utility utility) {
        var totals = utility.totals(election);
        var total = BigDecimal.ZERO;
        for (int position : order) {
            total = total.add(utility.readable(election, totals[position]));
        }
        return total;
    }
}
