package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.Ballots;

import java.util.Arrays;

/** Reads the rows of votes into a ballot box, one at a time and without keeping who voted. */
final class VoteRows {
    private final Defects defects;
    private final @Nullable BallotBounds bounds;
    private final ProjectIndex index;
    private final Ballots.Builder box;
    private final int voterField;
    private final int voteField;
    private final int pointsField;
    private final boolean[] onBallot;
    private int[] named = new int[64];
    private long[] points = new long[64];
    private long read;
    private @Nullable Ballots built;

    VoteRows(
            Defects defects,
            @Nullable BallotBounds bounds,
            ProjectIndex index,
            Ballots.Builder box,
            int voterField,
            int voteField,
            int pointsField) {
        this.defects = defects;
        this.bounds = bounds;
        this.index = index;
        this.box = box;
        this.voterField = voterField;
        this.voteField = voteField;
        this.pointsField = pointsField;
        this.onBallot = new boolean[index.size()];
    }

    long read() {
        return read;
    }

    Ballots ballots() {
        if (built == null) {
            built = box.build();
        }
        return built;
    }

    void add(Row row) throws PabulibException {
        read++;
        if (row.size() <= voteField) {
            defects.error(row, 0, "vote-missing", "the row has no field for the vote; is the file cut off here?");
            return;
        }
        int length = projects(row);
        long[] given = null;
        if (pointsField >= 0) {
            int count = points(row);
            if (count != length) {
                defects.error(
                        row, pointsField, "points-count", length + " projects but " + count + " values in points");
                Arrays.fill(points, 0, length, 0);
            }
            given = points;
        }
        length = refuseUnknownAndDoubles(row, length, given);
        if (bounds != null) {
            if (voterField >= 0) {
                bounds.voter(row, voterField);
            }
            bounds.ballot(row, voteField, named, length);
            if (given != null) {
                bounds.points(row, pointsField, given, length, box.pointDecimals());
            }
        }
        box.add(1, named, given, length);
    }

    private int projects(Row row) throws PabulibException {
        int end = row.to(voteField);
        int start = row.from(voteField);
        int length = 0;
        var text = row.characters();
        while (start < end) {
            int comma = start;
            while (comma < end && text[comma] != ',') {
                comma++;
            }
            int from = start;
            int to = comma;
            while (from < to && Row.isBlank(text[from])) {
                from++;
            }
            while (to > from && Row.isBlank(text[to - 1])) {
                to--;
            }
            if (from < to) {
                int project = index.find(text, from, to);
                if (project < 0) {
                    defects.error(
                            row.line(),
                            row.column(voteField) + from - row.from(voteField),
                            "unknown-project",
                            "the ballot names project " + new String(text, from, to - from)
                                    + ", which is not on the list");
                }
                if (length == named.length) {
                    named = Arrays.copyOf(named, length * 2);
                    points = Arrays.copyOf(points, length * 2);
                }
                named[length++] = project;
            }
            start = comma + 1;
        }
        return length;
    }

    private int points(Row row) throws PabulibException {
        int end = row.to(pointsField);
        int start = row.from(pointsField);
        var text = row.characters();
        int count = 0;
        while (start < end) {
            int comma = start;
            while (comma < end && text[comma] != ',') {
                comma++;
            }
            if (count == points.length) {
                points = Arrays.copyOf(points, count * 2);
                named = Arrays.copyOf(named, count * 2);
            }
            points[count++] = point(row, text, start, comma);
            start = comma + 1;
        }
        return count;
    }

    private long point(Row row, char[] text, int from, int to) throws PabulibException {
        long value = 0;
        boolean plain = to > from && to - from <= 9 && box.pointDecimals() == 0;
        for (int index = from; index < to && plain; index++) {
            plain = text[index] >= '0' && text[index] <= '9';
            value = value * 10 + (text[index] - '0');
        }
        return plain ? value : unusualPoint(row, new String(text, from, to - from).strip());
    }

    private long unusualPoint(Row row, String word) throws PabulibException {
        var value = Decimals.parse(word);
        if (value == null || value.scale() > 6 || value.precision() - value.scale() > 9) {
            defects.error(row, pointsField, "points", "\"" + word + "\" is no number of points");
            return 0;
        }
        if (value.scale() > box.pointDecimals()) {
            for (int index = 0; index < points.length; index++) {
                points[index] = points[index] * pow10(value.scale() - box.pointDecimals());
            }
            box.pointDecimals(value.scale());
        }
        return value.movePointRight(box.pointDecimals()).longValueExact();
    }

    private static long pow10(int exponent) {
        long power = 1;
        for (int step = 0; step < exponent; step++) {
            power *= 10;
        }
        return power;
    }

    private int refuseUnknownAndDoubles(Row row, int length, long @Nullable [] given) {
        int kept = 0;
        for (int position = 0; position < length; position++) {
            int project = named[position];
            if (project < 0) {
                continue;
            }
            if (onBallot[project]) {
                defects.warning(row, voteField, "project-twice", "the ballot names a project twice; it counts once");
                continue;
            }
            onBallot[project] = true;
            named[kept] = project;
            if (given != null) {
                given[kept] = given[position];
            }
            kept++;
        }
        for (int position = 0; position < kept; position++) {
            onBallot[named[position]] = false;
        }
        return kept;
    }
}
