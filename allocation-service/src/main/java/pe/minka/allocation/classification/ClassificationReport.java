package pe.minka.allocation.classification;

import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.platform.core.Soles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The money of agreements by class: counted once under the main class, so that the sums add to the whole.
 *
 * @param unclassified money of projects without a class
 */
record ClassificationReport(Soles total, Soles unclassified, List<ClassSum> classes) {

    /**
     * @param amount of the projects that count under it; the classes add to the total
     * @param touching how many other projects serve it as well
     * @param touched what those are worth; counted under another class, never to be added
     */
    record ClassSum(String code, int projects, Soles amount, int touching, Soles touched) {}

    /** @param codes of the classes in their order; those that only agreements name come after */
    static ClassificationReport of(List<Agreement> all, Map<UUID, Classification> classes, List<String> codes) {
        var standing = all.stream()
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN)
                .toList();
        var order = new LinkedHashSet<>(codes);
        classes.values().forEach(each -> {
            order.add(each.main());
            order.addAll(each.secondary());
        });
        var sums = order.stream().map(code -> sum(code, standing, classes)).toList();
        return new ClassificationReport(
                worth(standing),
                worth(standing.stream()
                        .filter(agreement -> !classes.containsKey(agreement.proposal()))
                        .toList()),
                sums);
    }

    private static ClassSum sum(String code, List<Agreement> standing, Map<UUID, Classification> classes) {
        var main = standing.stream()
                .filter(agreement -> of(agreement, classes)
                        .filter(each -> each.main().equals(code))
                        .isPresent())
                .toList();
        var touching = standing.stream()
                .filter(agreement -> of(agreement, classes)
                        .filter(each -> each.secondary().contains(code))
                        .isPresent())
                .toList();
        return new ClassSum(code, main.size(), worth(main), touching.size(), worth(touching));
    }

    private static Optional<Classification> of(Agreement agreement, Map<UUID, Classification> classes) {
        return Optional.ofNullable(classes.get(agreement.proposal()));
    }

    private static Soles worth(List<Agreement> agreements) {
        return agreements.stream().map(Agreement::amount).reduce(Soles.ZERO, Soles::plus);
    }
}
