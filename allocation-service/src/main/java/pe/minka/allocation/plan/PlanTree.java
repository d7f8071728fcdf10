package pe.minka.allocation.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The objectives of a plan as a tree: dimensions, strategic objectives, specific objectives. Projects hang on its leaves. */
public record PlanTree(List<Node> nodes) {

    /**
     * One objective of the tree.
     *
     * @param parent the objective that it specifies; absent for a dimension
     * @param alignment objectives of higher plans that it serves
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            UUID objective, @Nullable UUID parent, @Nullable String code, String name, List<Aligned> alignment) {}

    /** An objective of a higher plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Aligned(
            PlanLevel level, String plan, @Nullable String code, String name) {}

    /** What makes nodes no tree; each names its node by its place in the list, from 0. */
    sealed interface Breach {

        record Repeated(int node, UUID objective) implements Breach {}

        record UnknownParent(int node, UUID parent) implements Breach {}

        record Circular(int node, UUID objective) implements Breach {}

        record AlignedTwice(int node, PlanLevel level) implements Breach {}
    }

    /** All that is wrong, in the order of the nodes. */
    List<Breach> breaches() {
        var found = new ArrayList<Breach>();
        var known = new HashSet<UUID>();
        var all = nodes.stream().map(Node::objective).collect(Collectors.toSet());
        for (int position = 0; position < nodes.size(); position++) {
            var node = nodes.get(position);
            if (!known.add(node.objective())) {
                found.add(new Breach.Repeated(position, node.objective()));
            }
            if (node.parent() != null && !all.contains(node.parent())) {
                found.add(new Breach.UnknownParent(position, node.parent()));
            } else if (isCircular(node)) {
                found.add(new Breach.Circular(position, node.objective()));
            }
            var levels = EnumSet.noneOf(PlanLevel.class);
            for (var aligned : node.alignment()) {
                if (!levels.add(aligned.level())) {
                    found.add(new Breach.AlignedTwice(position, aligned.level()));
                }
            }
        }
        return found;
    }

    private boolean isCircular(Node start) {
        var parent = start.parent();
        for (int step = 0; parent != null; step++) {
            if (parent.equals(start.objective()) || step > nodes.size()) {
                return true;
            }
            parent = node(parent).map(Node::parent).orElse(null);
        }
        return false;
    }

    public boolean has(UUID objective) {
        return node(objective).isPresent();
    }

    /** Whether projects can hang on it: it is of the tree and nothing specifies it further. */
    public boolean isLeaf(UUID objective) {
        return has(objective) && nodes.stream().noneMatch(node -> objective.equals(node.parent()));
    }

    /** From an objective up to its dimension. */
    List<Node> path(UUID objective) {
        var path = new ArrayList<Node>();
        var next = node(objective);
        while (next.isPresent()) {
            path.add(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(this::node);
        }
        return path;
    }

    /** What an objective serves at each level: itself, or else through the nearest objective above it. */
    List<Aligned> chain(UUID objective) {
        var chain = new TreeMap<PlanLevel, Aligned>();
        path(objective)
                .forEach(node -> node.alignment().forEach(aligned -> chain.putIfAbsent(aligned.level(), aligned)));
        return List.copyOf(chain.values());
    }

    /** Levels that an objective has to serve and does not. */
    List<PlanLevel> gaps(UUID objective, List<PlanLevel> asked) {
        var served = chain(objective).stream().map(Aligned::level).toList();
        return asked.stream().filter(level -> !served.contains(level)).toList();
    }

    private Optional<Node> node(UUID objective) {
        return nodes.stream().filter(node -> node.objective().equals(objective)).findFirst();
    }
}
