package pe.minka.registry.agent;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's identity document. Personal: never printed, logged or sent.
 *
 * @param number without blanks and hyphens; a DNI without its check character
 */
record IdentityDocument(Kind kind, String number) {

    /** Documents that a regulation may accept. */
    enum Kind {
        /** National identity document: eight digits, and apart from them a check character. */
        DNI("\\d{8}"),
        /** Carné de extranjería. */
        FOREIGN_CARD("[A-Z0-9]{9,12}"),
        PASSPORT("[A-Z0-9]{6,12}"),
        /** Temporary permit of stay (PTP, CPP). */
        TEMPORARY_PERMIT("[A-Z0-9]{6,15}");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    /** Why a number is not one of a document. */
    enum Flaw {
        MALFORMED,
        /** Seven digits or fewer: a spreadsheet has eaten the leading zeros. */
        LEADING_ZERO_LOST,
        WRONG_CHECK_CHARACTER;

        /** The rule that it breaks. */
        String code() {
            return switch (this) {
                case MALFORMED -> "document-malformed";
                case LEADING_ZERO_LOST -> "document-leading-zero-lost";
                case WRONG_CHECK_CHARACTER -> "document-check-character";
            };
        }
    }

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final String CHECK_DIGITS = "67890112345";
    private static final String CHECK_LETTERS = "KABCDEFGHIJ";
    private static final Pattern BLANKS = Pattern.compile("[\\s.-]");
    private static final Pattern WITH_CHECK = Pattern.compile("\\d{8}[0-9A-Z]");
    private static final Pattern SHORT_DNI = Pattern.compile("\\d{5,7}(\\.0)?");

    /** Digits and letters only, in capitals; a DNI's check character after a hyphen is taken off. */
    static IdentityDocument of(Kind kind, String written) {
        var bare = bare(written);
        return new IdentityDocument(kind, kind == Kind.DNI && bare.length() == 9 ? bare.substring(0, 8) : bare);
    }

    /** What is wrong with the number as written, if anything. The check character counts only when it is given. */
    static Optional<Flaw> flawOf(Kind kind, String written) {
        var bare = bare(written);
        if (kind == Kind.DNI) {
            if (SHORT_DNI.matcher(written.strip()).matches()) {
                return Optional.of(Flaw.LEADING_ZERO_LOST);
            }
            if (WITH_CHECK.matcher(bare).matches()) {
                return checks(bare.substring(0, 8), bare.charAt(8))
                        ? Optional.empty()
                        : Optional.of(Flaw.WRONG_CHECK_CHARACTER);
            }
        }
        return kind.form.matcher(bare).matches() ? Optional.empty() : Optional.of(Flaw.MALFORMED);
    }

    /** The DNI's check character is printed as a digit on some cards and as a letter on others. */
    static boolean checks(String digits, char check) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        int place = 11 - sum % 11;
        int index = place == 11 ? 0 : place;
        return check == CHECK_DIGITS.charAt(index) || check == CHECK_LETTERS.charAt(index);
    }

    private static String bare(String written) {
        return BLANKS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return kind + " ********";
    }
}
