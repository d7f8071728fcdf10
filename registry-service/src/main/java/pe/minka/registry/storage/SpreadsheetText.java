package pe.minka.registry.storage;

/** Text that people wrote, on its way into a file that a spreadsheet opens. */
public final class SpreadsheetText {

    private static final String BEGINNINGS_OF_A_FORMULA = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** A spreadsheet takes what begins with these for a formula and would run it. */
    public static String plain(String text) {
        return text.isEmpty() || BEGINNINGS_OF_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
