package pe.minka.transparency.publiclog;

import pe.minka.platform.core.Hashes;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962: leaves are hashed with a leading 0, pairs with a leading 1, and a tree of n leaves splits at the
 * largest power of two below n. Built from the hashes of complete subtrees, of which there are as many as leaves again.
 */
final class Merkle {

    private Merkle() {}

    /** Hashes of the complete subtrees that are known. */
    @FunctionalInterface
    interface Nodes {

        /** @param level of a subtree of {@code 2^level} leaves, the {@code index}-th from the left */
        byte[] hash(int level, long index);
    }

    /** A complete subtree that an append completed. */
    record Node(int level, long index, byte[] hash) {}

    static byte[] leafHash(byte[] entry) {
        return Hashes.sha256(concat((byte) 0, entry, new byte[0]));
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Hashes.sha256(concat((byte) 1, left, right));
    }

    /** The nodes that a new leaf completes: itself, and each ancestor that has now two whole children. */
    static List<Node> append(long size, byte[] leafHash, Nodes known) {
        var completed = new ArrayList<Node>();
        byte[] hash = leafHash;
        long index = size;
        int level = 0;
        completed.add(new Node(level, index, hash));
        while ((index & 1) == 1) {
            hash = nodeHash(known.hash(level, index - 1), hash);
            level++;
            index >>= 1;
            completed.add(new Node(level, index, hash));
        }
        return completed;
    }

    static byte[] root(long size, Nodes known) {
        return size == 0 ? Hashes.sha256(new byte[0]) : range(0, size, known);
    }

    /** The audit path of a leaf in the tree of a size, from the leaf upwards (RFC 6962 2.1.1). */
    static List<byte[]> inclusion(long index, long size, Nodes known) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        inclusion(index, 0, size, known, path);
        return path;
    }

    private static void inclusion(long index, long start, long size, Nodes known, List<byte[]> path) {
        if (size == 1) {
            return;
        }
        long split = Long.highestOneBit(size - 1);
        if (index < split) {
            inclusion(index, start, split, known, path);
            path.add(range(start + split, size - split, known));
        } else {
            inclusion(index - split, start + split, size - split, known, path);
            path.add(range(start, split, known));
        }
    }

    /** That the tree of {@code from} leaves is the beginning of the tree of {@code to} (RFC 6962 2.1.2). */
    static List<byte[]> consistency(long from, long to, Nodes known) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + from + " is not the beginning of one of " + to);
        }
        var path = new ArrayList<byte[]>();
        if (from > 0 && from < to) {
            consistency(from, 0, to, true, known, path);
        }
        return path;
    }

    private static void consistency(long from, long start, long size, boolean whole, Nodes known, List<byte[]> path) {
        if (from == size) {
            if (!whole) {
                path.add(range(start, size, known));
            }
            return;
        }
        long split = Long.highestOneBit(size - 1);
        if (from <= split) {
            consistency(from, start, split, whole, known, path);
            path.add(range(start + split, size - split, known));
        } else {
            consistency(from - split, start + split, size - split, false, known, path);
            path.add(range(start, split, known));
        }
    }

    private static byte[] range(long start, long size, Nodes known) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return known.hash(level, start >> level);
        }
        long split = Long.highestOneBit(size - 1);
        return nodeHash(range(start, split, known), range(start + split, size - split, known));
    }

    private static byte[] concat(byte prefix, byte[] left, byte[] right) {
        byte[] whole = new byte[1 + left.length + right.length];
        whole[0] = prefix;
        System.arraycopy(left, 0, whole, 1, left.length);
        System.arraycopy(right, 0, whole, 1 + left.length, right.length);
        return whole;
    }
}
