package pe.minka.rules.pabulib;

import java.util.Arrays;

/** Finds the position of a project by the characters of its id, without making a string of them. */
final class ProjectIndex {
    private static final int EMPTY = -1;

    private char[][] ids = new char[64][];
    private int[] table = filled(256);
    private int size;

    /** Adds the next project; false where its id is there already. */
    boolean add(String id) {
        var characters = id.toCharArray();
        int slot = slotOf(characters, 0, characters.length);
        if (table[slot] != EMPTY) {
            return false;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size] = characters;
        table[slot] = size;
        size++;
        if (size * 4 > table.length) {
            grow();
        }
        return true;
    }

    /** Position of the project, or -1. */
    int find(char[] text, int from, int to) {
        return table[slotOf(text, from, to)];
    }

    int size() {
        return size;
    }

    private int slotOf(char[] text, int from, int to) {
        int slot = hash(text, from, to) & (table.length - 1);
        while (table[slot] != EMPTY) {
            var id = ids[table[slot]];
            if (Arrays.equals(id, 0, id.length, text, from, to)) {
                return slot;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        table = filled(table.length * 2);
        for (int position = 0; position < size; position++) {
            var id = ids[position];
            table[slotOf(id, 0, id.length)] = position;
        }
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int index = from; index < to; index++) {
            hash = hash * 31 + text[index];
        }
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    private static int[] filled(int size) {
        var table = new int[size];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
