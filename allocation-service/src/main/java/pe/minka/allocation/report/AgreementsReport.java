package pe.minka.allocation.report;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.plan.Objective;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.Soles;
import pe.minka.rules.distribution.Atomisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the agreements of a process come to. Agreements that were lawfully given up count nowhere but in their number.
 *
 * @param multiYearShare of the money, what is agreed for more than one year
 * @param atomisation 1 where all agreements are of the same size, 0 where one takes all; absent where there are none
 * @param vanished agreements whose objective the plan no longer has
 */
record AgreementsReport(
        int agreements,
        int withdrawn,
        Soles total,
        List<ObjectiveSum> byObjective,
        Optional<Percent> multiYearShare,
        Optional<Atomisation> atomisation,
        List<Agreement> vanished) {

    /** @param objective absent for agreements that serve none */
    record ObjectiveSum(@Nullable UUID objective, String name, int agreements, Soles amount) {}

    /** @param plan the objectives of the newest version, in their order */
    static AgreementsReport of(List<Agreement> all, List<Objective> plan) {
        var standing = all.stream()
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN)
                .toList();
        var total = sum(standing);
        boolean nothing = total.equals(Soles.ZERO);
        var multiYear = standing.stream()
                .filter(agreement -> agreement.schedule().size() > 1)
                .toList();
        return new AgreementsReport(
                standing.size(),
                all.size() - standing.size(),
                total,
                byObjective(standing, plan),
                nothing ? Optional.empty() : Optional.of(Percent.share(sum(multiYear), total)),
                nothing
                        ? Optional.empty()
                        : Optional.of(Atomisation.of(standing.stream()
                                .map(agreement -> agreement.amount().centimos())
                                .toList())),
                vanished(standing, plan));
    }

    private static List<Agreement> vanished(List<Agreement> standing, List<Objective> plan) {
        var known = plan.stream().map(Objective::objective).collect(Collectors.toSet());
        return plan.isEmpty()
                ? List.of()
                : standing.stream()
                        .filter(agreement -> agreement.objective() != null && !known.contains(agreement.objective()))
                        .toList();
    }

    private static List<ObjectiveSum> byObjective(List<Agreement> standing, List<Objective> plan) {
        Map<Optional<UUID>, List<Agreement>> grouped = standing.stream()
                .collect(Collectors.groupingBy(agreement -> Optional.ofNullable(agreement.objective())));
        var sums = new ArrayList<ObjectiveSum>();
        for (var objective : plan) {
            var own = grouped.getOrDefault(Optional.of(objective.objective()), List.of());
            grouped.remove(Optional.of(objective.objective()));
            sums.add(new ObjectiveSum(objective.objective(), objective.name(), own.size(), sum(own)));
        }
        grouped.forEach(
                (objective, own) -> sums.add(new ObjectiveSum(objective.orElse(null), "", own.size(), sum(own))));
        return sums;
    }

    private static Soles sum(List<Agreement> agreements) {
        return agreements.stream().map(Agreement::amount).reduce(Soles.ZERO, Soles::plus);
    }
}
