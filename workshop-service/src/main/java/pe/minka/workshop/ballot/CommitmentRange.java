package pe.minka.workshop.ballot;

import java.util.Arrays;

/**
 * All commitments that begin alike.
 *
 * @param from the least of them
 * @param to the greatest
 */
record CommitmentRange(byte[] from, byte[] to) {

    /** @param bits how many at the beginning are the same */
    static CommitmentRange beginningWith(byte[] commitment, int bits) {
        var from = Arrays.copyOf(commitment, commitment.length);
        var to = Arrays.copyOf(commitment, commitment.length);
        for (int bit = bits; bit < 8 * commitment.length; bit++) {
            from[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            to[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return new CommitmentRange(from, to);
    }
}
