package pe.minka.allocation.classification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Under which class a project counts and which others it touches.
 *
 * @param main the one class that its money counts under
 * @param secondary classes that it also serves; its money is never added there
 */
record Classification(UUID proposal, String main, List<String> secondary) {

    /** What is wrong with it; empty where nothing is. */
    Optional<String> breach(List<String> known) {
        if (secondary.contains(main)) {
            return Optional.of("main-class-repeated");
        }
        if (Set.copyOf(secondary).size() < secondary.size()) {
            return Optional.of("secondary-class-repeated");
        }
        boolean strange = !known.isEmpty() && (!known.contains(main) || !known.containsAll(secondary));
        return strange ? Optional.of("class-unknown") : Optional.empty();
    }
}
