package pe.minka.transparency.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of one process. The order in which it became known does not matter: facts stand in the order of their telling. */
public final class FactSet {

    private static final Comparator<Told<? extends ProcessFact>> TELLING =
            Comparator.<Told<? extends ProcessFact>, java.time.Instant>comparing(Told::at)
                    .thenComparing(told -> told.fact().subject());

    private final Map<Class<?>, List<ProcessFact>> byKind;

    public FactSet(Collection<? extends Told<? extends ProcessFact>> told) {
        byKind = told.stream()
                .sorted(TELLING)
                .map(Told::fact)
                .collect(Collectors.groupingBy(
                        ProcessFact::getClass, Collectors.mapping(fact -> fact, Collectors.toList())));
    }

    /** In the order of their telling. */
    public <F extends ProcessFact> List<F> all(Class<F> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    /** The newest of its kind. */
    public <F extends ProcessFact> Optional<F> last(Class<F> kind) {
        return all(kind).stream().reduce((earlier, later) -> later);
    }
}
