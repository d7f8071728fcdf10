package pe.minka.allocation.income;

import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.Soles;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far an entity lives on what it collects itself.
 *
 * @param own of the lines that the entity collects: taxes of its own and what is paid for its services
 * @param ownShare rounded down to four decimals
 * @param dependency the rest of a hundred: what others decide
 */
record OwnRevenue(Soles total, Soles own, Percent ownShare, Percent dependency) {

    /** Empty where nothing came in: there is no share of nothing. */
    static Optional<OwnRevenue> of(Map<String, Soles> lines, Set<String> ownLines) {
        var total = lines.values().stream().reduce(Soles.ZERO, Soles::plus);
        if (total.equals(Soles.ZERO)) {
            return Optional.empty();
        }
        var own = lines.entrySet().stream()
                .filter(line -> ownLines.contains(line.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Soles.ZERO, Soles::plus);
        var share = Percent.share(own, total);
        return Optional.of(new OwnRevenue(
                total, own, share, new Percent(Percent.HUNDRED.value().subtract(share.value()))));
    }
}
