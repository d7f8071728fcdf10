package pe.minka.transparency.publiclog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which tile is wanted (C2SP tlog-tiles): {@code 0/x001/x234/067} or, of a tile that is not yet full,
 * {@code 0/x001/x234/067.p/8}; {@code entries/…} for the entries themselves.
 *
 * @param level of the tile, each eight levels of the tree; -1 for entries
 * @param index of the tile in its level
 * @param width how many of its 256 places
 */
record TilePath(int level, long index, int width) {

    static final int ENTRIES = -1;
    static final int FULL = 256;

    private static final Pattern FORM =
            Pattern.compile("(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int MOST_DIGITS = 15;

    /** Empty where it is no path of a tile, or not in the one form it may have. */
    static Optional<TilePath> of(String path) {
        var parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var digits = parts.group(2).replace("x", "").replace("/", "");
        if (digits.length() > MOST_DIGITS || (digits.length() > 3 && digits.startsWith("000"))) {
            return Optional.empty();
        }
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (parts.group(3) != null && width >= FULL) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        return level > 7 ? Optional.empty() : Optional.of(new TilePath(level, Long.parseLong(digits), width));
    }

    boolean isEntries() {
        return level == ENTRIES;
    }

    long first() {
        return index * FULL;
    }

    /** The level of the tree that the tile's hashes belong to. */
    int treeLevel() {
        return level * 8;
    }
}
