package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.Denomination;
import pe.minka.rules.Project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the rows of projects. */
final class ProjectRows {
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
    private final Columns columns;
    private final Amounts amounts;
    private final BigDecimal budget;
    private final List<Entry> entries = new ArrayList<>();
    private final ProjectIndex index = new ProjectIndex();
    private final Set<String> official = new LinkedHashSet<>();
    private final List<Long> statedVotes = new ArrayList<>();

    ProjectRows(Defects defects, Columns columns, Amounts amounts, BigDecimal budget) {
        this.defects = defects;
        this.columns = columns;
        this.amounts = amounts;
        this.budget = budget;
    }

    /** Finds projects by their ids. */
    ProjectIndex index() {
        return index;
    }

    /** Ids of those that the city selected. */
    Set<String> official() {
        return official;
    }

    /** Votes that the file says a project has, or -1 where it does not say. */
    long statedVotes(int position) {
        return statedVotes.get(position);
    }

    /** Digits after the point that all amounts of the file need. */
    int decimals() {
        int decimals = budget.scale();
        for (var entry : entries) {
            decimals = Math.max(decimals, entry.cost().scale());
        }
        return decimals;
    }

    /** Takes the row of a project. */
    void add(Row row) throws PabulibException {
        if (row.size() > columns.count() && !row.text(columns.count()).isEmpty()) {
            defects.warning(
                    row,
                    columns.count(),
                    "more-fields",
                    "more fields than columns; a text with a semicolon needs quotes");
        }
        int idField = columns.place("project_id", 0);
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
        entries.add(new Entry(
                id, columns.text(row, "name"), costOf(row, id), territory(row), list(columns.text(row, "category"))));
        statedVotes.add(statedVotes(row));
        if (columns.text(row, "selected").equals("1")) {
            official.add(id);
        }
    }

    private BigDecimal costOf(Row row, String id) throws PabulibException {
        int field = columns.place("cost", 1);
        var cost = amounts.read(row, field, "cost of project " + id);
        if (cost.compareTo(WITHDRAWN) == 0) {
            defects.warning(row, field, "withdrawn", "project " + id + " is withdrawn; it gets no money");
        } else if (cost.signum() == 0) {
            defects.warning(row, field, "cost-zero", "project " + id + " costs nothing");
        } else if (cost.compareTo(budget) > 0) {
            defects.warning(row, field, "cost-over-budget", "project " + id + " costs more than the whole budget");
        }
        return cost;
    }

    /** The projects in the smallest unit that all amounts fit; the row is where the list ends. */
    List<Project> settled(Row row) throws PabulibException {
        int decimals = decimals();
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
        if (settled.isEmpty()) {
            defects.error(row, 0, "no-projects", "there is no project to vote for");
        }
        return settled;
    }

    private @Nullable String territory(Row row) {
        for (var name : TERRITORY_COLUMNS) {
            var territory = columns.text(row, name);
            if (!territory.isEmpty()) {
                return territory;
            }
        }
        return null;
    }

    private Long statedVotes(Row row) {
        var stated = Decimals.parse(columns.text(row, "votes"));
        return stated == null || stated.scale() > 0 ? -1L : stated.longValue();
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
}
