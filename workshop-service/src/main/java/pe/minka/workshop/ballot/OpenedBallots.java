package pe.minka.workshop.ballot;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The ballots of a round out of their seals. They lie packed, some ninety bytes each: a large city has hundreds of
 * thousands, and a sorted list of objects would take five times that.
 */
final class OpenedBallots {

    private static final int HASH = 32;
    private static final int FIXED = 2 * HASH;
    /** A ballot's place takes the lower bits of its sorting key, the beginning of its commitment the upper ones. */
    private static final int PLACE_BITS = 24;

    private byte[] hashes;
    private byte[] marks = new byte[4096];
    private int[] markEnds;
    private int size;
    private long[] order = {};

    /** @param expected more are taken too */
    OpenedBallots(int expected) {
        this.hashes = new byte[Math.max(1, expected) * FIXED];
        this.markEnds = new int[Math.max(1, expected)];
    }

    void add(byte[] commitment, byte[] nonce, String mark) {
        if (size == markEnds.length) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
            markEnds = Arrays.copyOf(markEnds, 2 * size);
        }
        if (size >= 1 << PLACE_BITS) {
            throw new IllegalStateException("more ballots than there are people in any city of Peru");
        }
        System.arraycopy(commitment, 0, hashes, size * FIXED, HASH);
        System.arraycopy(nonce, 0, hashes, size * FIXED + HASH, HASH);
        var text = mark.getBytes(StandardCharsets.US_ASCII);
        int from = size == 0 ? 0 : markEnds[size - 1];
        if (from + text.length > marks.length) {
            marks = Arrays.copyOf(marks, Math.max(2 * marks.length, from + text.length));
        }
        System.arraycopy(text, 0, marks, from, text.length);
        markEnds[size++] = from + text.length;
    }

    int size() {
        return size;
    }

    /** Puts them in the order of their commitments, which tells nothing: these are random to whoever has no nonce. */
    void sort() {
        order = new long[size];
        for (int place = 0; place < size; place++) {
            long beginning = 0;
            for (int i = 0; i < 5; i++) {
                beginning = beginning << 8 | hashes[place * FIXED + i] & 0xff;
            }
            // the sign bit turned, so that the order of numbers is that of bytes
            order[place] = (beginning << PLACE_BITS | place) ^ Long.MIN_VALUE;
        }
        Arrays.sort(order);
        for (int i = 1; i < size; i++) {
            for (int j = i; j > 0 && compare(place(j - 1), place(j)) > 0; j--) {
                long swapped = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swapped;
            }
        }
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(
                hashes, one * FIXED, one * FIXED + HASH, hashes, other * FIXED, other * FIXED + HASH);
    }

    private int place(int rank) {
        return (int) (order[rank] & (1 << PLACE_BITS) - 1);
    }

    /** In hexadecimal, by rank after {@link #sort}. */
    String commitment(int rank) {
        int from = place(rank) * FIXED;
        return HexFormat.of().formatHex(hashes, from, from + HASH);
    }

    String nonce(int rank) {
        int from = place(rank) * FIXED + HASH;
        return HexFormat.of().formatHex(hashes, from, from + HASH);
    }

    String mark(int rank) {
        int place = place(rank);
        int from = place == 0 ? 0 : markEnds[place - 1];
        return new String(marks, from, markEnds[place] - from, StandardCharsets.US_ASCII);
    }

    List<String> commitments(int from, int to) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return commitment(from + index);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }
}
