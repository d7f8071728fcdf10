package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.BallotType;
import pe.minka.rules.Ballots;
import pe.minka.rules.Denomination;
import pe.minka.rules.Election;
import pe.minka.rules.Project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts an election together while its file is read. */
final class ElectionAssembly implements PabulibSink {
    /** The cost by which Pabulib marks a project as withdrawn. */
    private static final BigDecimal WITHDRAWN = BigDecimal.valueOf(999_999_999);

    private static final List<String> TERRITORY_COLUMNS = List.of("territory", "neighborhood", "district", "subunit");

    private record Entry(
            String id,
            String name,
            BigDecimal cost,
            @Nullable String territory,
            List<String> categories) {}

    private final Defects defects;
    private final boolean thorough;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Map<String, Integer> column = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final ProjectIndex index = new ProjectIndex();
    private final Set<String> official = new LinkedHashSet<>();
    private final List<Long> statedVotes = new ArrayList<>();
    private int columns;
    private BigDecimal budget = BigDecimal.ZERO;
    private List<Project> projects = List.of();
    private Denomination denomination = new Denomination("", 0);
    private @Nullable VoteRows voteRows;

    ElectionAssembly(Defects defects, boolean thorough) {
        this.defects = defects;
        this.thorough = thorough;
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
            budget = amount(row, 1, "budget");
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
        learn(names, row);
        require(row, "project_id", "id", "project");
        require(row, "cost", "price");
    }

    private void learn(List<String> names, Row row) {
        column.clear();
        columns = names.size();
        for (int position = 0; position < names.size(); position++) {
            if (column.putIfAbsent(names.get(position), position) != null) {
                defects.warning(row, position, "column-twice", "the column " + names.get(position) + " stands twice");
            }
        }
    }

    private void require(Row row, String name, String... older) throws PabulibException {
        for (var alias : older) {
            var position = column.get(alias);
            if (position != null && !column.containsKey(name)) {
                column.put(name, position);
                defects.warning(
                        row, position, "older-heading", "the column " + alias + " is called " + name + " today");
            }
        }
        if (!column.containsKey(name)) {
            defects.error(row, 0, "column-missing", "no column is called " + name);
        }
    }

    @Override
    public void project(Row row) throws PabulibException {
        if (row.size() > columns && !row.text(columns).isEmpty()) {
            defects.warning(
                    row, columns, "more-fields", "more fields than columns; a text with a semicolon needs quotes");
        }
        int idField = column.getOrDefault("project_id", 0);
        var id = row.text(idField);
        if (id.isEmpty()) {
            defects.error(row, idField, "id-missing", "a project without an id");
            return;
        }
        if (id.indexOf(',') >= 0) {
            defects.error(row, idField, "id-comma", "a comma in the id " + id + " would split it on the ballots");
            return;
        }
        if (!index.add(id)) {
            defects.error(row, idField, "id-twice", "the project " + id + " stands twice");
            return;
        }
        entries.add(new Entry(id, named(row, "name"), costOf(row, id), territory(row), list(named(row, "category"))));
        statedVotes.add(statedVotes(row));
        if (named(row, "selected").equals("1")) {
            official.add(id);
        }
    }

    private BigDecimal costOf(Row row, String id) throws PabulibException {
        int field = column.getOrDefault("cost", 1);
        var cost = amount(row, field, "cost of project " + id);
        if (cost.compareTo(WITHDRAWN) == 0) {
            defects.warning(row, field, "withdrawn", "project " + id + " is withdrawn; it gets no money");
        } else if (cost.signum() == 0) {
            defects.warning(row, field, "cost-zero", "project " + id + " costs nothing");
        } else if (cost.compareTo(budget) > 0) {
            defects.warning(row, field, "cost-over-budget", "project " + id + " costs more than the whole budget");
        }
        return cost;
    }

    private BigDecimal amount(Row row, int field, String what) throws PabulibException {
        var text = row.text(field);
        var amount = Decimals.parse(text);
        if (amount == null) {
            boolean twofold = text.matches("[\\d.,]+");
            defects.error(
                    row,
                    field,
                    twofold ? "number-unclear" : "number",
                    "the " + what + " is " + (text.isEmpty() ? "empty" : "\"" + text + "\"")
                            + (twofold
                                    ? ", which could be read in two ways; write it without separators of thousands"
                                    : ", not a number"));
            return BigDecimal.ZERO;
        }
        if (amount.signum() < 0) {
            defects.error(row, field, "negative", "the " + what + " is negative: " + text);
            return BigDecimal.ZERO;
        }
        if (amount.scale() > 6 || amount.compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0) {
            defects.error(row, field, "number-range", "the " + what + " is out of range: " + text);
            return BigDecimal.ZERO;
        }
        if (Decimals.isBent(text)) {
            defects.warning(row, field, "number-notation", "the " + what + " was read as " + amount.toPlainString());
        }
        return amount;
    }

    private @Nullable String territory(Row row) {
        for (var name : TERRITORY_COLUMNS) {
            var territory = named(row, name);
            if (!territory.isEmpty()) {
                return territory;
            }
        }
        return null;
    }

    private Long statedVotes(Row row) {
        var stated = Decimals.parse(named(row, "votes"));
        return stated == null || stated.scale() > 0 ? -1L : stated.longValue();
    }

    private String named(Row row, String name) {
        var position = column.get(name);
        return position == null ? "" : row.text(position);
    }

    private static List<String> list(String text) {
        var items = new ArrayList<String>();
        for (var item : text.split(",", -1)) {
            if (!item.isBlank() && !item.strip().equals("None")) {
                items.add(item.strip());
            }
        }
        return items;
    }

    @Override
    public void voteColumns(List<String> names, Row row) throws PabulibException {
        settleProjects(row);
        learn(names, row);
        require(row, "vote", "votes", "projects");
        var type = typeOf(meta.getOrDefault("vote_type", ""));
        if (type == null) {
            type = BallotType.APPROVAL;
        }
        if (type.hasPoints()) {
            require(row, "points", "score", "scores");
        }
        voteRows = new VoteRows(
                defects,
                thorough ? BallotBounds.of(meta, projects, denomination, defects) : null,
                index,
                Ballots.of(type),
                column.getOrDefault("voter_id", -1),
                column.getOrDefault("vote", 0),
                type.hasPoints() ? column.getOrDefault("points", -1) : -1);
    }

    private void settleProjects(Row row) throws PabulibException {
        int decimals = budget.scale();
        for (var entry : entries) {
            decimals = Math.max(decimals, entry.cost().scale());
        }
        denomination = new Denomination(meta.getOrDefault("currency", ""), decimals);
        var settled = new ArrayList<Project>();
        for (var entry : entries) {
            var cost = entry.cost().movePointRight(decimals).longValueExact();
            if (cost > Denomination.LARGEST_AMOUNT) {
                defects.error(
                        row, 0, "number-range", "project " + entry.id() + " costs more than can be counted exactly");
                cost = 0;
            }
            settled.add(new Project(
                    entry.id(),
                    entry.name(),
                    cost,
                    entry.territory(),
                    entry.categories(),
                    entry.cost().compareTo(WITHDRAWN) == 0));
        }
        projects = settled;
        if (projects.isEmpty()) {
            defects.error(row, 0, "no-projects", "there is no project to vote for");
        }
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
        if (voteRows == null) {
            return;
        }
        var votes = voteRows.ballots().votes(projects.size());
        for (int position = 0; position < votes.length; position++) {
            long stated = statedVotes.get(position);
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
        if (voteRows == null) {
            throw new IllegalStateException("the parser lets no file end without votes");
        }
        compareCounts();
        long minor = budget.movePointRight(denomination.decimals()).longValueExact();
        if (minor > Denomination.LARGEST_AMOUNT) {
            defects.error(1, 0, "number-range", "the budget is more than can be counted exactly");
        }
        var election = new Election(denomination, minor, projects, voteRows.ballots());
        return new PabulibElection(election, Collections.unmodifiableMap(meta), Set.copyOf(official), defects.found());
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
