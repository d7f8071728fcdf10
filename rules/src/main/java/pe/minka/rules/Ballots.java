package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The anonymous ballots of an election. Identical ballots are one group with a weight, so that the cost of counting
 * grows with the different opinions and not with the voters. Projects appear by their position in the election's list.
 */
public final class Ballots {
    private final BallotType type;
    private final int pointDecimals;
    private final long voters;
    private final int[] weights;
    private final int[] offsets;
    private final int[] projects;
    private final long @Nullable [] points;

    private Ballots(Builder builder) {
        type = builder.type;
        pointDecimals = builder.pointDecimals;
        voters = builder.voters;
        weights = Arrays.copyOf(builder.weights, builder.groups);
        offsets = Arrays.copyOf(builder.offsets, builder.groups + 1);
        projects = Arrays.copyOf(builder.projects, builder.entries);
        points = builder.points == null ? null : Arrays.copyOf(builder.points, builder.entries);
    }

    public BallotType type() {
        return type;
    }

    /** All who voted, those with an empty ballot too. */
    public long voters() {
        return voters;
    }

    /** How many different ballots there are. */
    public int groups() {
        return weights.length;
    }

    /** How many voters cast this ballot. */
    public int weight(int group) {
        return weights[group];
    }

    /** How many projects all different ballots name, together. */
    public int entries() {
        return projects.length;
    }

    /** Where the projects of a group start among the entries; they end where those of the next group start. */
    public int start(int group) {
        return offsets[group];
    }

    /** The project of an entry, as its position in the list. */
    public int project(int entry) {
        return projects[entry];
    }

    /** Points of an entry in units of {@code 10^-pointDecimals}; 1 where the ballots carry none. */
    public long points(int entry) {
        return points == null ? 1 : points[entry];
    }

    /** Whether voters gave points. */
    public boolean hasPoints() {
        return points != null;
    }

    /** Digits after the point that the points carry. */
    public int pointDecimals() {
        return pointDecimals;
    }

    /** How many voters name each project. */
    public long[] votes(int projectCount) {
        var votes = new long[projectCount];
        for (int group = 0; group < weights.length; group++) {
            for (int entry = offsets[group]; entry < offsets[group + 1]; entry++) {
                votes[projects[entry]] += weights[group];
            }
        }
        return votes;
    }

    /** Starts an empty box for ballots of a type. */
    public static Builder of(BallotType type) {
        return new Builder(type);
    }

    /** Takes ballots one by one and groups identical ones at once. */
    public static final class Builder {
        private static final int EMPTY = -1;

        private final BallotType type;
        private int pointDecimals;
        private long voters;
        private int groups;
        private int entries;
        private int[] weights = new int[64];
        private int[] offsets = new int[65];
        private int[] projects = new int[256];
        private long @Nullable [] points;
        private int[] table = filled(256);

        private Builder(BallotType type) {
            this.type = type;
        }

        /** Adds ballots that name these projects, in order of preference where the type is ordinal. */
        public Builder add(int weight, int... named) {
            return add(weight, named.clone(), null, named.length);
        }

        /**
         * Adds ballots with points; each array holds {@code length} values that this method may reorder.
         *
         * @throws IllegalArgumentException where a project is named twice or a weight is not positive
         */
        public Builder add(int weight, int[] named, long @Nullable [] given, int length) {
            if (weight <= 0) {
                throw new IllegalArgumentException("a ballot is cast by at least one voter: " + weight);
            }
            if (type != BallotType.ORDINAL) {
                sort(named, given, length);
            }
            refuseDoubles(named, length);
            voters = Math.addExact(voters, weight);
            if (given != null && points == null) {
                points = new long[projects.length];
                Arrays.fill(points, 0, entries, unit());
                rehash(table.length);
            }
            int slot = slotOf(named, given, length);
            if (table[slot] == EMPTY) {
                table[slot] = append(weight, named, given, length);
                if (groups * 2 > table.length) {
                    rehash(table.length * 2);
                }
            } else {
                int group = table[slot];
                weights[group] = Math.addExact(weights[group], weight);
            }
            return this;
        }

        /** Digits after the point that points given from now on carry; those given before are brought to it. */
        public void pointDecimals(int decimals) {
            if (decimals < pointDecimals || decimals > 6) {
                throw new IllegalArgumentException("points carry at most six decimals: " + decimals);
            }
            if (points != null) {
                for (int step = pointDecimals; step < decimals; step++) {
                    for (int entry = 0; entry < entries; entry++) {
                        points[entry] = Math.multiplyExact(points[entry], 10L);
                    }
                }
                pointDecimals = decimals;
                rehash(table.length);
            }
            pointDecimals = decimals;
        }

        /** Digits after the point that points carry so far. */
        public int pointDecimals() {
            return pointDecimals;
        }

        public Ballots build() {
            return new Ballots(this);
        }

        private long unit() {
            long unit = 1;
            for (int step = 0; step < pointDecimals; step++) {
                unit *= 10;
            }
            return unit;
        }

        private int append(int weight, int[] named, long @Nullable [] given, int length) {
            if (groups + 1 >= offsets.length) {
                weights = Arrays.copyOf(weights, groups * 2);
                offsets = Arrays.copyOf(offsets, groups * 2 + 1);
            }
            if (entries + length > projects.length) {
                int room = Math.max(entries + length, projects.length * 2);
                projects = Arrays.copyOf(projects, room);
                points = points == null ? null : Arrays.copyOf(points, room);
            }
            System.arraycopy(named, 0, projects, entries, length);
            if (points != null) {
                for (int index = 0; index < length; index++) {
                    points[entries + index] = given == null ? unit() : given[index];
                }
            }
            weights[groups] = weight;
            entries += length;
            groups++;
            offsets[groups] = entries;
            return groups - 1;
        }

        private int slotOf(int[] named, long @Nullable [] given, int length) {
            int mask = table.length - 1;
            int slot = hash(named, given, 0, length) & mask;
            while (table[slot] != EMPTY && !same(table[slot], named, given, length)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private boolean same(int group, int[] named, long @Nullable [] given, int length) {
            int start = offsets[group];
            if (offsets[group + 1] - start != length) {
                return false;
            }
            for (int index = 0; index < length; index++) {
                if (projects[start + index] != named[index]) {
                    return false;
                }
                if (points != null && points[start + index] != (given == null ? unit() : given[index])) {
                    return false;
                }
            }
            return true;
        }

        private int hash(int[] named, long @Nullable [] given, int from, int length) {
            long hash = length;
            for (int index = from; index < from + length; index++) {
                hash = (hash ^ named[index]) * 0x9E3779B97F4A7C15L;
                if (points != null) {
                    hash = (hash ^ (given == null ? unit() : given[index])) * 0xC2B2AE3D27D4EB4FL;
                }
                hash ^= hash >>> 29;
            }
            return (int) (hash ^ hash >>> 32);
        }

        private void rehash(int size) {
            table = filled(size);
            for (int group = 0; group < groups; group++) {
                int start = offsets[group];
                int slot = hash(projects, points, start, offsets[group + 1] - start) & (size - 1);
                while (table[slot] != EMPTY) {
                    slot = (slot + 1) & (size - 1);
                }
                table[slot] = group;
            }
        }

        private static void sort(int[] named, long @Nullable [] given, int length) {
            for (int index = 1; index < length; index++) {
                int project = named[index];
                long point = given == null ? 0 : given[index];
                int place = index - 1;
                while (place >= 0 && named[place] > project) {
                    named[place + 1] = named[place];
                    if (given != null) {
                        given[place + 1] = given[place];
                    }
                    place--;
                }
                named[place + 1] = project;
                if (given != null) {
                    given[place + 1] = point;
                }
            }
        }

        private void refuseDoubles(int[] named, int length) {
            boolean sorted = type != BallotType.ORDINAL;
            for (int index = 1; index < length; index++) {
                for (int earlier = sorted ? index - 1 : 0; earlier < index; earlier++) {
                    if (named[earlier] == named[index]) {
                        throw new IllegalArgumentException("a ballot names a project twice");
                    }
                }
            }
        }

        private static int[] filled(int size) {
            var table = new int[size];
            Arrays.fill(table, EMPTY);
            return table;
        }
    }
}
