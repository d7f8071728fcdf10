package pe.minka.allocation.joint;

import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.rules.distribution.Criterion;
import pe.minka.rules.distribution.Distribution;
import pe.minka.rules.distribution.Territory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who pays how much of a project that several pay together: neighbouring municipalities, or zones that pool their parts.
 *
 * @param shares in the order in which centimos that are left over are given out
 */
record Cofinancing(Soles cost, List<Share> shares) {

    /**
     * @param zone of the entity; empty where the entity as a whole pays
     * @param consent number of the minute in which the partner agreed
     */
    record Share(EntityCode entity, String zone, Percent percent, String consent, LocalDate consentOn) {

        private String partner() {
            return entity + "/" + zone;
        }
    }

    /** What is wrong with a set of shares. */
    sealed interface Breach {

        record TooFewPartners() implements Breach {}

        record PartnerTwice(int share) implements Breach {}

        record NothingPaid(int share) implements Breach {}

        record NotAHundred(BigDecimal sum) implements Breach {}

        record NoCost() implements Breach {}
    }

    /** The first thing that is wrong; empty where nothing is. */
    Optional<Breach> breach() {
        if (cost.equals(Soles.ZERO)) {
            return Optional.of(new Breach.NoCost());
        }
        if (shares.size() < 2) {
            return Optional.of(new Breach.TooFewPartners());
        }
        var partners = new HashSet<String>();
        for (int position = 0; position < shares.size(); position++) {
            if (!partners.add(shares.get(position).partner())) {
                return Optional.of(new Breach.PartnerTwice(position));
            }
            if (shares.get(position).percent().value().signum() == 0) {
                return Optional.of(new Breach.NothingPaid(position));
            }
        }
        var sum = shares.stream().map(share -> share.percent().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.valueOf(100)) == 0
                ? Optional.empty()
                : Optional.of(new Breach.NotAHundred(sum));
    }

    /** What each pays; together the cost to the centimo. */
    List<Soles> amounts() {
        var partners = new ArrayList<Territory>();
        shares.forEach(share -> partners.add(new Territory(
                share.partner(),
                share.partner(),
                Map.of("share", share.percent().value()))));
        return Distribution.by(Criterion.direct("share", "100")).of(cost.centimos(), partners).stream()
                .map(part -> new Soles(part.amount()))
                .toList();
    }
}
