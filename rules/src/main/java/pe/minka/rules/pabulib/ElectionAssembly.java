package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.BallotType;
import pe.minka.rules.Ballots;
import pe.minka.rules.Denomination;
import pe.minka.rules.Election;
import pe.minka.rules.Project;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts an election together while its file is read. */
final class ElectionAssembly implements PabulibSink {
    private final Defects defects;
    private final boolean thorough;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Columns columns;
    private final Amounts amounts;
    private BigDecimal budget = BigDecimal.ZERO;
    private List<Project> projects = List.of();
    private Denomination denomination = new Denomination("", 0);
    private @Nullable ProjectRows projectRows;
    private @Nullable VoteRows voteRows;

    ElectionAssembly(Defects defects, boolean thorough) {
        this.defects = defects;
        this.thorough = thorough;
        columns = new Columns(defects);
        amounts = new Amounts(defects);
    }

    @Override
    public void meta(Row row) throws PabulibException {
        var key = row.text(0).toLowerCase(Locale.ROOT);
        var value = row.text(1);
        for (int field = 2; field < row.size(); field++) {
            if (!row.text(field).isEmpty()) {
                value = value + ";" + row.text(field);
                defects.warning(
                        row, field, "unquoted-semicolon", "the value of " + key + " holds a semicolon without quotes");
            }
        }
        if (key.isEmpty()) {
            defects.warning(row, 0, "empty-key", "a value without a key");
        } else if (meta.put(key, value) != null) {
            defects.warning(row, 0, "key-twice", "the key " + key + " stands twice; the later value counts");
        }
        if (key.equals("budget")) {
            budget = amounts.read(row, 1, "budget");
        }
        if (key.equals("vote_type") && typeOf(value) == null) {
            defects.error(
                    row,
                    1,
                    "vote-type",
                    "unknown vote_type \"" + value + "\"; known: approval, choose-1, ordinal, cumulative, scoring");
        }
    }

    @Override
    public void projectColumns(List<String> names, Row row) throws PabulibException {
        for (var key : List.of("budget", "vote_type")) {
            if (!meta.containsKey(key)) {
                defects.error(row, 0, "meta-missing", "META has no " + key);
            }
        }
        for (var key : List.of("num_projects", "num_votes", "rule")) {
            if (!meta.containsKey(key)) {
                defects.warning(row, 0, "meta-missing", "META has no " + key);
            }
        }
        columns.learn(names, row);
        columns.require(row, "project_id", "id", "project");
        columns.require(row, "cost", "price");
        if (projectRows == null) {
            projectRows = new ProjectRows(defects, columns, amounts, budget);
        }
    }

    @Override
    public void project(Row row) throws PabulibException {
        if (projectRows != null) {
            projectRows.add(row);
        }
    }

    @Override
    public void voteColumns(List<String> names, Row row) throws PabulibException {
        var index = new ProjectIndex();
        if (projectRows != null) {
            index = projectRows.index();
            denomination = new Denomination(meta.getOrDefault("currency", ""), projectRows.decimals());
            projects = projectRows.settled(row);
        }
        columns.learn(names, row);
        columns.require(row, "vote", "votes", "projects");
        var type = typeOf(meta.getOrDefault("vote_type", ""));
        if (type == null) {
            type = BallotType.APPROVAL;
        }
        if (type.hasPoints()) {
            columns.require(row, "points", "score", "scores");
        }
        voteRows = new VoteRows(
                defects,
                thorough ? BallotBounds.of(meta, projects, denomination, defects) : null,
                index,
                Ballots.of(type),
                columns.place("voter_id", -1),
                columns.place("vote", 0),
                type.hasPoints() ? columns.place("points", -1) : -1);
    }

    @Override
    public void vote(Row row) throws PabulibException {
        if (voteRows != null) {
            voteRows.add(row);
        }
    }

    /** A file that ends in the middle of a line with fewer ballots than it announces is cut off: its last may be half. */
    @Override
    public void end(long line, boolean lineOpen) throws PabulibException {
        var announced = Decimals.parse(meta.getOrDefault("num_votes", ""));
        if (lineOpen && announced != null && announced.compareTo(BigDecimal.valueOf(votes())) > 0) {
            defects.error(
                    line,
                    0,
                    "cut-off",
                    "the file ends in the middle of a line after " + votes() + " of " + announced.toPlainString()
                            + " ballots; send it again");
        }
    }

    int projects() {
        return projects.size();
    }

    long votes() {
        return voteRows == null ? 0 : voteRows.read();
    }

    /** Compares what the file says of itself with what it holds. */
    void compareCounts() {
        compare("num_projects", projects.size(), "projects");
        compare("num_votes", votes(), "ballots");
        if (voteRows == null || projectRows == null) {
            return;
        }
        var votes = voteRows.ballots().votes(projects.size());
        for (int position = 0; position < votes.length; position++) {
            long stated = projectRows.statedVotes(position);
            if (stated >= 0 && stated != votes[position]) {
                defects.warning(
                        0,
                        0,
                        "votes-differ",
                        "the column votes gives project "
                                + projects.get(position).id() + " " + stated + ", the ballots give it "
                                + votes[position]);
            }
        }
    }

    private void compare(String key, long counted, String what) {
        var stated = Decimals.parse(meta.getOrDefault(key, ""));
        if (stated != null && stated.compareTo(BigDecimal.valueOf(counted)) != 0) {
            defects.warning(
                    0,
                    0,
                    "count-differs",
                    key + " is " + stated.toPlainString() + ", the file holds " + counted + " " + what);
        }
    }

    PabulibElection finish() throws PabulibException {
        if (voteRows == null || projectRows == null) {
            throw new IllegalStateException("the parser lets no file end without projects and votes");
        }
        compareCounts();
        long minor = budget.movePointRight(denomination.decimals()).longValueExact();
        if (minor > Denomination.LARGEST_AMOUNT) {
            defects.error(1, 0, "number-range", "the budget is more than can be counted exactly");
        }
        var election = new Election(denomination, minor, projects, voteRows.ballots());
        return new PabulibElection(
                election, Collections.unmodifiableMap(meta), Set.copyOf(projectRows.official()), defects.found());
    }

    private static @Nullable BallotType typeOf(String word) {
        for (var type : BallotType.values()) {
            if (type.word().equalsIgnoreCase(word.replace('_', '-'))) {
                return type;
            }
        }
        return null;
    }
}
