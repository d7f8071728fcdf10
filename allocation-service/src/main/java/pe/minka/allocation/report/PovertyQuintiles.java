package pe.minka.allocation.report;

import pe.minka.allocation.distribution.ZoneIndicators;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Money per head by poverty: zones in five groups from the poorest to the least poor, as equal in number as can be. */
final class PovertyQuintiles {

    private PovertyQuintiles() {}

    /**
     * @param quintile 1 holds the poorest zones
     * @param perHead soles for each inhabitant, rounded down
     */
    record Quintile(int quintile, List<String> zones, long population, Soles amount, Soles perHead) {}

    /**
     * @param poverty the indicator: more of it is poorer
     * @param amounts money of each zone; a zone without any counts with nothing
     */
    static List<Quintile> of(List<ZoneIndicators> zones, String poverty, Map<String, Soles> amounts) {
        var known = zones.stream()
                .filter(zone -> zone.values().containsKey(poverty))
                .filter(zone -> population(zone).signum() > 0)
                .sorted(Comparator.comparing(
                                (ZoneIndicators zone) -> zone.values().getOrDefault(poverty, BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(ZoneIndicators::zone))
                .toList();
        var quintiles = new ArrayList<Quintile>();
        for (int fifth = 0; fifth < 5; fifth++) {
            int from = known.size() * fifth / 5;
            int until = known.size() * (fifth + 1) / 5;
            if (from < until) {
                quintiles.add(quintile(fifth + 1, known.subList(from, until), amounts));
            }
        }
        return quintiles;
    }

    private static Quintile quintile(int number, List<ZoneIndicators> zones, Map<String, Soles> amounts) {
        var people = zones.stream().map(PovertyQuintiles::population).reduce(BigDecimal.ZERO, BigDecimal::add);
        var money = zones.stream()
                .map(zone -> amounts.getOrDefault(zone.zone(), Soles.ZERO))
                .reduce(Soles.ZERO, Soles::plus);
        var perHead = BigDecimal.valueOf(money.centimos()).divide(people, 0, RoundingMode.DOWN);
        return new Quintile(
                number,
                zones.stream().map(ZoneIndicators::zone).toList(),
                people.longValue(),
                money,
                new Soles(perHead.longValueExact()));
    }

    private static BigDecimal population(ZoneIndicators zone) {
        return zone.values().getOrDefault("POPULATION", BigDecimal.ZERO);
    }
}
