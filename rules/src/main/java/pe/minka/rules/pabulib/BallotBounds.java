package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.Denomination;
import pe.minka.rules.Project;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the file says a ballot may hold; a ballot outside is counted and noted, since the city counted it. */
final class BallotBounds {
    private final Defects defects;
    private final List<Project> projects;
    private final Denomination denomination;
    private final Set<String> voters = new HashSet<>();
    private final @Nullable BigDecimal minLength;
    private final @Nullable BigDecimal maxLength;
    private final @Nullable BigDecimal minCost;
    private final @Nullable BigDecimal maxCost;
    private final @Nullable BigDecimal minSum;
    private final @Nullable BigDecimal maxSum;
    private final @Nullable BigDecimal minPoints;
    private final @Nullable BigDecimal maxPoints;

    private BallotBounds(Defects defects, List<Project> projects, Denomination denomination, Map<String, String> meta) {
        this.defects = defects;
        this.projects = projects;
        this.denomination = denomination;
        minLength = Decimals.parse(meta.getOrDefault("min_length", ""));
        maxLength = Decimals.parse(meta.getOrDefault("max_length", ""));
        minCost = Decimals.parse(meta.getOrDefault("min_sum_cost", ""));
        maxCost = Decimals.parse(meta.getOrDefault("max_sum_cost", ""));
        minSum = Decimals.parse(meta.getOrDefault("min_sum_points", ""));
        maxSum = Decimals.parse(meta.getOrDefault("max_sum_points", ""));
        minPoints = Decimals.parse(meta.getOrDefault("min_points", ""));
        maxPoints = Decimals.parse(meta.getOrDefault("max_points", ""));
    }

    static BallotBounds of(
            Map<String, String> meta, List<Project> projects, Denomination denomination, Defects defects) {
        return new BallotBounds(defects, projects, denomination, meta);
    }

    void voter(Row row, int field) {
        var id = row.text(field);
        if (!id.isEmpty() && !voters.add(id)) {
            defects.warning(row, field, "voter-twice", "the voter_id " + id + " stands twice");
        }
    }

    void ballot(Row row, int field, int[] named, int length) {
        between(row, field, BigDecimal.valueOf(length), minLength, maxLength, "projects");
        long cost = 0;
        for (int index = 0; index < length; index++) {
            cost += projects.get(named[index]).cost();
        }
        between(row, field, denomination.decimal(cost), minCost, maxCost, "of cost");
    }

    void points(Row row, int field, long[] points, int length, int decimals) {
        long sum = 0;
        for (int index = 0; index < length; index++) {
            sum += points[index];
            between(
                    row,
                    field,
                    BigDecimal.valueOf(points[index], decimals),
                    minPoints,
                    maxPoints,
                    "points to one project");
        }
        between(row, field, BigDecimal.valueOf(sum, decimals), minSum, maxSum, "points");
    }

    private void between(
            Row row, int field, BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high, String what) {
        if (low != null && value.compareTo(low) < 0) {
            defects.warning(
                    row,
                    field,
                    "ballot-below",
                    plain(value) + " " + what + " on a ballot, at least " + plain(low) + " asked");
        }
        if (high != null && value.compareTo(high) > 0) {
            defects.warning(
                    row,
                    field,
                    "ballot-above",
                    plain(value) + " " + what + " on a ballot, at most " + plain(high) + " allowed");
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
