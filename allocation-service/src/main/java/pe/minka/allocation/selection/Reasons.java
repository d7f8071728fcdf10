package pe.minka.allocation.selection;

import pe.minka.platform.core.Soles;
import pe.minka.rules.Ground;
import pe.minka.rules.Verdict;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Turns the verdict of a rule into one plain sentence in each language. */
final class Reasons {

    private static final String WITHIN_BUDGET = "WITHIN_BUDGET";
    private static final String BUNDLE = "reasons.reasons";
    private static final Map<String, Locale> LANGUAGES = languages();

    private Reasons() {}

    private static Map<String, Locale> languages() {
        var languages = new LinkedHashMap<String, Locale>();
        for (var language : new String[] {"es", "qu", "en"}) {
            languages.put(language, Locale.forLanguageTag(language));
        }
        return languages;
    }

    /**
     * @param rank its place by support, from 1
     * @param missing what it lacked in the moment it was passed over
     */
    static Reason of(Verdict verdict, int rank, Soles missing) {
        return of(verdict, verdict.votes(), rank, missing, "");
    }

    /** The same for a project of a scored list, in points. */
    static Reason ofPoints(Verdict verdict, long points, int rank, Soles missing) {
        return of(verdict, points, rank, missing, ".points");
    }

    /** Whether a code is that of a project which gets its money. */
    static boolean isOfSelected(String code) {
        return code.equals(WITHIN_BUDGET)
                || Arrays.stream(Ground.values())
                        .anyMatch(ground -> ground.name().equals(code));
    }

    private static Reason of(Verdict verdict, long votes, int rank, Soles missing, String kind) {
        if (verdict instanceof Verdict.Selected selected) {
            var code = switch (selected.ground()) {
                case RANK -> WITHIN_BUDGET;
                case EQUAL_SHARES, PHRAGMEN, MAXIMIN_SUPPORT, BEST_SET, COMPLETION, COMPARISON ->
                    selected.ground().name();
            };
            return sentence(code, kind, votes, rank, "", missing);
        }
        var not = (Verdict.NotSelected) verdict;
        var code = switch (not.obstacle()) {
            case DOES_NOT_FIT -> "OVER_BUDGET";
            case AFTER_THE_STOP,
                    BELOW_THRESHOLD,
                    NO_VOTES,
                    WITHDRAWN,
                    SHARES_TOO_SMALL,
                    NOT_IN_THE_BEST_SET,
                    LOST_THE_COMPARISON,
                    EXCLUDED_BY_ANOTHER,
                    NEEDS_ANOTHER_FIRST,
                    GROUP_FULL,
                    KEPT_FOR_A_MINIMUM,
                    SOURCES_USED_UP,
                    YEAR_USED_UP -> not.obstacle().name();
        };
        return sentence(code, kind, votes, rank, not.because(), missing);
    }

    private static Reason sentence(String code, String kind, long votes, int rank, String because, Soles missing) {
        var text = new LinkedHashMap<String, String>();
        LANGUAGES.forEach((language, locale) -> text.put(
                language,
                pattern(locale, code, kind)
                        .replace("{votes}", String.valueOf(votes))
                        .replace("{rank}", String.valueOf(rank))
                        .replace("{because}", because)
                        .replace("{missing}", missing.toString())));
        return new Reason(code, text);
    }

    private static String pattern(Locale locale, String code, String kind) {
        try {
            var bundle = ResourceBundle.getBundle(
                    BUNDLE,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return bundle.getString(bundle.containsKey(code + kind) ? code + kind : code);
        } catch (MissingResourceException absent) {
            throw new IllegalStateException("no sentence for " + code + " in " + locale, absent);
        }
    }
}
