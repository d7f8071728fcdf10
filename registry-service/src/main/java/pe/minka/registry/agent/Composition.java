package pe.minka.registry.agent;

import pe.minka.registry.regulation.Quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Who the agents of a process are, counted.
 *
 * @param agents accredited agents
 * @param organisations organisations that they represent
 * @param groups how many of them belong to each group that a quota may name
 */
record Composition(int agents, int women, int men, int organisations, Map<String, Integer> groups) {

    /**
     * How far a group is from its target.
     *
     * @param have how many of the group are accredited
     * @param need how many it takes among those accredited now
     */
    record Gap(Quota quota, int have, int need) {

        int missing() {
            return Math.max(0, need - have);
        }
    }

    /** Each quota of the roll with what is there and what it takes. */
    List<Gap> gaps(List<Quota> quotas) {
        return quotas.stream()
                .map(quota -> new Gap(quota, groups.getOrDefault(quota.group(), 0), quota.neededOf(agents)))
                .toList();
    }

    /** Quotas that refuse and are not met. */
    List<Gap> blocking(List<Quota> quotas) {
        return gaps(quotas).stream()
                .filter(gap -> gap.quota().blocks() && gap.missing() > 0)
                .toList();
    }

    /** Women's share with one decimal: {@code 35.0}. */
    String womenPercent() {
        return percent(women, agents);
    }

    static String percent(int part, int whole) {
        return whole == 0
                ? "0.0"
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
