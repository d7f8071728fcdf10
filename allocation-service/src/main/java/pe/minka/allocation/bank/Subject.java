package pe.minka.allocation.bank;

import org.apache.commons.text.similarity.LevenshteinDistance;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a name or a problem is about, so that two ways of writing it can be compared: without accents, capitals, signs
 * and small words, its words in the order of the alphabet.
 */
record Subject(String words) {

    private static final Set<String> SMALL = Set.of(
            "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "para", "por", "sin", "su",
            "u", "un", "una", "y");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    static Subject of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return new Subject(NO_WORD.splitAsStream(plain)
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .sorted()
                .collect(Collectors.joining(" ")));
    }

    /** How many of a hundred letters are the same in both, rounded down; -1 below the least that is asked for. */
    int similarity(Subject other, int least) {
        int longer = Math.max(words.length(), other.words.length());
        if (longer == 0) {
            return -1;
        }
        int most = longer * (100 - least) / 100;
        int distance = new LevenshteinDistance(most).apply(words, other.words);
        return distance < 0 ? -1 : (longer - distance) * 100 / longer;
    }
}
