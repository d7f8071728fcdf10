package pe.minka.transparency.finding;

import java.util.regex.Pattern;

/** A text that is about to be published for ever: it must not carry the number, telephone or address of a person. */
final class PublicText {

    private static final Pattern PERSONAL = Pattern.compile(
            "(?<![\\d.,/-])\\d{8}(?![\\d.,/-]*\\d)|(?<!\\d)9\\d{2}[ -]?\\d{3}[ -]?\\d{3}(?!\\d)|[\\w.+-]+@[\\w-]+\\.[\\w.]+");

    private PublicText() {}

    /** Whether it holds what looks like a DNI, a mobile number or an e-mail address. */
    static boolean namesAPerson(String text) {
        return PERSONAL.matcher(text).find();
    }
}
