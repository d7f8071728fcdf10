package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** How much of each limit the projects selected so far use up. */
final class LimitTally {
    private final Election election;
    private final List<GroupTally> groups = new ArrayList<>();
    private final List<BitSet> exclusive = new ArrayList<>();
    private final BitSet[] before;
    private final int[] payableBy;
    private final long[] capacity;
    private final long[] drawn;
    private final long[] yearUsed;
    private final BitSet selected = new BitSet();
    private final BitSet open = new BitSet();
    private long spent;
    private boolean keeping = true;

    private static final class GroupTally {
        private final Limits.Group group;
        private final BitSet members;
        private long spent;
        private int count;

        private GroupTally(Limits.Group group, BitSet members) {
            this.group = group;
            this.members = members;
        }
    }

    LimitTally(Election election) {
        this.election = election;
        var limits = election.limits();
        int size = election.projects().size();
        before = new BitSet[size];
        payableBy = new int[size];
        for (var group : limits.groups()) {
            groups.add(new GroupTally(group, positions(group.projects())));
        }
        limits.exclusive().forEach(set -> exclusive.add(positions(set)));
        var sources = limits.sources().keySet().stream().sorted().toList();
        int all = (1 << sources.size()) - 1;
        capacity = new long[all + 1];
        drawn = new long[all + 1];
        for (int set = 0; set <= all; set++) {
            for (int source = 0; source < sources.size(); source++) {
                if ((set & 1 << source) != 0) {
                    capacity[set] += limits.sources().getOrDefault(sources.get(source), 0L);
                }
            }
        }
        for (int position = 0; position < size; position++) {
            var id = election.projects().get(position).id();
            before[position] = positions(limits.after().getOrDefault(id, Set.of()));
            payableBy[position] = all;
            var allowed = limits.payableFrom().get(id);
            if (allowed != null) {
                payableBy[position] = allowed.stream()
                        .mapToInt(name -> 1 << sources.indexOf(name))
                        .sum();
            }
        }
        yearUsed = new long[limits.years().size()];
        open.set(0, size);
    }

    private BitSet positions(Set<String> ids) {
        var positions = new BitSet();
        for (int position = 0; position < election.projects().size(); position++) {
            if (ids.contains(election.projects().get(position).id())) {
                positions.set(position);
            }
        }
        return positions;
    }

    /** Why a project may not be taken now, or null where it may. The budget is not looked at. */
    @Nullable
    Breach breach(int project) {
        if (election.limits().isNone()) {
            return null;
        }
        var lasting = lastingBreach(project);
        if (lasting != null) {
            return lasting;
        }
        int missing = before[project].stream()
                .filter(needed -> !selected.get(needed))
                .findFirst()
                .orElse(-1);
        if (missing >= 0) {
            return new Breach(Obstacle.NEEDS_ANOTHER_FIRST, id(missing), !open.get(missing));
        }
        return keptForOthers(project);
    }

    /** Why a project may never be taken beside those selected: what excludes it, or a maximum. */
    @Nullable
    Breach lastingBreach(int project) {
        for (var set : exclusive) {
            if (set.get(project)) {
                int rival = set.stream().filter(selected::get).findFirst().orElse(-1);
                if (rival >= 0) {
                    return new Breach(Obstacle.EXCLUDED_BY_ANOTHER, id(rival), true);
                }
            }
        }
        return moneyBreach(project);
    }

    private @Nullable Breach moneyBreach(int project) {
        long cost = election.cost(project);
        for (var tally : groups) {
            boolean full = tally.count >= tally.group.mostProjects() || cost > tally.group.atMost() - tally.spent;
            if (full && tally.members.get(project)) {
                return new Breach(Obstacle.GROUP_FULL, tally.group.label(), true);
            }
        }
        if (capacity.length > 1) {
            for (int set = 1; set < capacity.length; set++) {
                if ((payableBy[project] & ~set) == 0 && drawn[set] + cost > capacity[set]) {
                    return new Breach(Obstacle.SOURCES_USED_UP, names(set), true);
                }
            }
        }
        for (int year = 0; year < yearUsed.length; year++) {
            long amount = amount(project, year);
            if (amount > 0
                    && yearUsed[year] + amount > election.limits().years().get(year)) {
                return new Breach(Obstacle.YEAR_USED_UP, String.valueOf(year + 1), true);
            }
        }
        return null;
    }

    private String names(int set) {
        var sources = election.limits().sources().keySet().stream().sorted().toList();
        var names = new ArrayList<String>();
        for (int source = 0; source < sources.size(); source++) {
            if ((set & 1 << source) != 0) {
                names.add(sources.get(source));
            }
        }
        return String.join(", ", names);
    }

    private @Nullable Breach keptForOthers(int project) {
        if (!keeping) {
            return null;
        }
        long left = election.budget() - spent - election.cost(project);
        if (left < 0) {
            return null;
        }
        for (var tally : groups) {
            long kept = kept(tally, project);
            left -= kept;
            if (left < 0 && kept > 0) {
                return new Breach(Obstacle.KEPT_FOR_A_MINIMUM, tally.group.label(), false);
            }
        }
        return null;
    }

    /** Money of a minimum that is not spent yet and that projects still open could use, once this project is taken. */
    private long kept(GroupTally tally, int project) {
        long unmet = tally.group.atLeast() - tally.spent;
        unmet -= tally.members.get(project) ? election.cost(project) : 0;
        if (unmet <= 0) {
            return 0;
        }
        long usable = tally.members.stream()
                .filter(member -> member != project && open.get(member))
                .mapToLong(election::cost)
                .sum();
        return Math.min(unmet, usable);
    }

    private long amount(int project, int year) {
        var amounts = election.limits()
                .schedule()
                .get(election.projects().get(project).id());
        if (amounts == null) {
            return year == 0 ? election.cost(project) : 0;
        }
        return year < amounts.size() ? amounts.get(year) : 0;
    }

    /** Notes that a project is selected. */
    void take(int project) {
        selected.set(project);
        open.clear(project);
        count(project, 1);
    }

    /** Takes back the selection of a project. */
    void giveBack(int project) {
        selected.clear(project);
        open.set(project);
        count(project, -1);
    }

    private void count(int project, int sign) {
        long cost = sign * election.cost(project);
        spent += cost;
        for (var tally : groups) {
            if (tally.members.get(project)) {
                tally.spent += cost;
                tally.count += sign;
            }
        }
        for (int set = 1; set < capacity.length; set++) {
            if ((payableBy[project] & ~set) == 0) {
                drawn[set] += cost;
            }
        }
        for (int year = 0; year < yearUsed.length; year++) {
            yearUsed[year] += sign * amount(project, year);
        }
    }

    /** Notes that a project can no longer be selected: nothing is kept for it and nothing can follow it. */
    void close(int project) {
        open.clear(project);
    }

    /** Notes that a project that was closed may be selected after all. */
    void reopen(int project) {
        open.set(project);
    }

    /** From now on nothing is kept for minimums: no project could use it. */
    void release() {
        keeping = false;
    }

    private String id(int project) {
        return election.projects().get(project).id();
    }
}
