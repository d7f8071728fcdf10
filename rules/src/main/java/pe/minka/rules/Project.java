package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something that can be paid from the budget, wholly or not at all.
 *
 * @param id as printed on the ballot; a string even where it looks like a number
 * @param name what it is called, or empty
 * @param cost in the smallest unit of the election's money
 * @param territory where it lies, where the election says so
 * @param categories what it is about; may be empty
 * @param withdrawn taken back after the ballots were printed: votes for it stand, money for it does not
 */
public record Project(
        String id, String name, long cost, @Nullable String territory, List<String> categories, boolean withdrawn) {

    public Project {
        categories = List.copyOf(categories);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a project needs an id");
        }
        if (cost < 0 || cost > Denomination.LARGEST_AMOUNT) {
            throw new IllegalArgumentException("cost out of range for project " + id + ": " + cost);
        }
    }

    /** A project of which only the cost matters. */
    public static Project of(String id, long cost) {
        return new Project(id, "", cost, null, List.of(), false);
    }

    /** The same project in a territory. */
    public Project in(String newTerritory) {
        return new Project(id, name, cost, newTerritory, categories, withdrawn);
    }

    /** The same project under other categories. */
    public Project about(String... newCategories) {
        return new Project(id, name, cost, territory, List.of(newCategories), withdrawn);
    }

    /** The same project at another cost. */
    public Project costing(long newCost) {
        return new Project(id, name, newCost, territory, categories, withdrawn);
    }
}
