package pe.minka.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule decides on: a budget, the projects in the order of the list, and the ballots.
 *
 * @param budget in the smallest unit of the denomination
 * @param limits what the result must respect besides the budget
 */
public record Election(Denomination denomination, long budget, List<Project> projects, Ballots ballots, Limits limits) {

    public Election {
        projects = List.copyOf(projects);
        if (budget < 0 || budget > Denomination.LARGEST_AMOUNT) {
            throw new IllegalArgumentException("budget out of range: " + budget);
        }
        var ids = new HashSet<String>();
        long total = 0;
        for (var project : projects) {
            if (!ids.add(project.id())) {
                throw new IllegalArgumentException("two projects with the id " + project.id());
            }
            total = Math.addExact(total, project.cost());
        }
        for (int entry = 0; entry < ballots.entries(); entry++) {
            if (ballots.project(entry) < 0 || ballots.project(entry) >= projects.size()) {
                throw new IllegalArgumentException("a ballot names a project that is not on the list");
            }
        }
        limits.check(projects);
    }

    public Election(Denomination denomination, long budget, List<Project> projects, Ballots ballots) {
        this(denomination, budget, projects, ballots, Limits.none());
    }

    /** Starts an election in centimos of a sol. */
    public static Builder inCentimos(long budget) {
        return new Builder(Denomination.CENTIMOS, budget);
    }

    /** Starts an election in another money. */
    public static Builder in(Denomination denomination, long budget) {
        return new Builder(denomination, budget);
    }

    /** Cost of a project by its position. */
    public long cost(int project) {
        return projects.get(project).cost();
    }

    /** The same election with another budget. */
    public Election withBudget(long newBudget) {
        return new Election(denomination, newBudget, projects, ballots, limits);
    }

    /** The same election under limits. */
    public Election within(Limits newLimits) {
        return new Election(denomination, budget, projects, ballots, newLimits);
    }

    /** The same election with one project changed; its id and its place on the list stay. */
    public Election withProject(int position, Project changed) {
        var changedProjects = new ArrayList<>(projects);
        changedProjects.set(position, changed);
        return new Election(denomination, budget, changedProjects, ballots, limits);
    }

    /** The same election with other ballots. */
    public Election withBallots(Ballots newBallots) {
        return new Election(denomination, budget, projects, newBallots, limits);
    }

    /** Position of each project by its id. */
    public Map<String, Integer> positions() {
        var positions = new LinkedHashMap<String, Integer>();
        for (int position = 0; position < projects.size(); position++) {
            positions.put(projects.get(position).id(), position);
        }
        return positions;
    }

    /** Puts an election together from ids. */
    public static final class Builder {
        private final Denomination denomination;
        private final long budget;
        private final Map<String, Project> projects = new LinkedHashMap<>();
        private final List<Vote> votes = new ArrayList<>();
        private BallotType type = BallotType.APPROVAL;
        private Limits limits = Limits.none();

        private record Vote(int weight, List<String> ids, List<Long> points) {}

        private Builder(Denomination denomination, long budget) {
            this.denomination = denomination;
            this.budget = budget;
        }

        public Builder project(Project project) {
            if (projects.put(project.id(), project) != null) {
                throw new IllegalArgumentException("two projects with the id " + project.id());
            }
            return this;
        }

        public Builder project(String id, long cost) {
            return project(Project.of(id, cost));
        }

        public Builder ballotsOf(BallotType ballotType) {
            type = ballotType;
            return this;
        }

        /** Ballots that name these projects. */
        public Builder ballots(int weight, String... ids) {
            votes.add(new Vote(weight, List.of(ids), List.of()));
            return this;
        }

        /** Ballots that give points to projects. */
        public Builder points(int weight, Map<String, Long> points) {
            votes.add(new Vote(weight, List.copyOf(points.keySet()), List.copyOf(points.values())));
            return this;
        }

        public Builder within(Limits newLimits) {
            limits = newLimits;
            return this;
        }

        /** @throws IllegalArgumentException where a ballot names a project that is not on the list */
        public Election build() {
            var ids = List.copyOf(projects.keySet());
            var box = Ballots.of(type);
            for (var vote : votes) {
                var named = vote.ids().stream().mapToInt(ids::indexOf).toArray();
                for (int index = 0; index < named.length; index++) {
                    if (named[index] < 0) {
                        throw new IllegalArgumentException("a ballot names the unknown project "
                                + vote.ids().get(index));
                    }
                }
                var points = vote.points().isEmpty()
                        ? null
                        : vote.points().stream().mapToLong(Long::longValue).toArray();
                box.add(vote.weight(), named, points, named.length);
            }
            return new Election(denomination, budget, List.copyOf(projects.values()), box.build(), limits);
        }
    }
}
