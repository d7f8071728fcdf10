package pe.minka.registry.agent;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on an agent's card: eleven random characters and one that finds typing errors, in an alphabet without
 * letters that look like digits. It tells nothing of the person.
 *
 * @param code twelve characters in three groups: {@code 7K3M-9Q2X-4TBC}
 */
public record Credential(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 11;

    static Credential random(SecureRandom random) {
        var characters = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Credential(grouped(characters.append(check(characters)).toString()));
    }

    /** Read from a card, forgiving case, blanks and the letters O, I and L; empty where it was mistyped. */
    public static Optional<Credential> typed(String text) {
        var bare = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean known = bare.length() == RANDOM_CHARACTERS + 1
                && bare.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && check(bare.substring(0, RANDOM_CHARACTERS)) == bare.charAt(RANDOM_CHARACTERS);
        return known ? Optional.of(new Credential(grouped(bare))) : Optional.empty();
    }

    /** Odd weights: each single wrong character shows. */
    private static char check(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += (2 * i + 1) * ALPHABET.indexOf(characters.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static String grouped(String bare) {
        return bare.substring(0, 4) + "-" + bare.substring(4, 8) + "-" + bare.substring(8);
    }

    @Override
    public String toString() {
        return code;
    }
}
