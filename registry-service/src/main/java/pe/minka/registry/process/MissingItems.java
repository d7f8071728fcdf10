package pe.minka.registry.process;

import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Locale;

/** Says what is missing, item by item, with the article that asks for it. */
final class MissingItems {

    private MissingItems() {}

    /** @param place before the name of each requirement in its pointer */
    static Problem list(Problem problem, List<Missing> missing, String place) {
        for (Missing one : missing) {
            var required = one.requirement();
            problem.error(
                    place + "/" + required.key(),
                    code(required.requires()),
                    "requires",
                    required.requires(),
                    "of",
                    required.of() == null ? "" : required.of(),
                    "minimum",
                    required.minimum(),
                    "found",
                    one.found(),
                    "law",
                    required.law());
        }
        return problem;
    }

    /** {@code missing-roll-published} for {@code ROLL_PUBLISHED}. */
    static String code(String requirement) {
        return "missing-" + requirement.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
