package pe.minka.rules;

import java.util.Arrays;

/** A largest flow through a network, in whole numbers (Dinic's method). */
final class Flow {
    private final int[] first;
    private int[] next = new int[256];
    private int[] target = new int[256];
    private long[] capacity = new long[256];
    private int edges;
    private final int[] level;
    private final int[] current;

    Flow(int nodes) {
        first = new int[nodes];
        Arrays.fill(first, -1);
        level = new int[nodes];
        current = new int[nodes];
    }

    void edge(int from, int to, long limit) {
        half(from, to, limit);
        half(to, from, 0);
    }

    private void half(int from, int to, long limit) {
        if (edges == next.length) {
            next = Arrays.copyOf(next, edges * 2);
            target = Arrays.copyOf(target, edges * 2);
            capacity = Arrays.copyOf(capacity, edges * 2);
        }
        target[edges] = to;
        capacity[edges] = limit;
        next[edges] = first[from];
        first[from] = edges;
        edges++;
    }

    /** Sends as much as it can; how much that is. */
    long run(int source, int sink) {
        long sent = 0;
        while (layered(source, sink)) {
            System.arraycopy(first, 0, current, 0, first.length);
            long more = push(source, sink, Long.MAX_VALUE);
            while (more > 0) {
                sent = Math.addExact(sent, more);
                more = push(source, sink, Long.MAX_VALUE);
            }
        }
        return sent;
    }

    /** After a run: the nodes that the source still reaches, a smallest cut. */
    boolean[] reached() {
        var reached = new boolean[level.length];
        for (int node = 0; node < level.length; node++) {
            reached[node] = level[node] >= 0;
        }
        return reached;
    }

    private boolean layered(int source, int sink) {
        Arrays.fill(level, -1);
        var queue = new int[level.length];
        int head = 0;
        int tail = 0;
        queue[tail++] = source;
        level[source] = 0;
        while (head < tail) {
            int node = queue[head++];
            for (int edge = first[node]; edge >= 0; edge = next[edge]) {
                if (capacity[edge] > 0 && level[target[edge]] < 0) {
                    level[target[edge]] = level[node] + 1;
                    queue[tail++] = target[edge];
                }
            }
        }
        return level[sink] >= 0;
    }

    private long push(int node, int sink, long limit) {
        if (node == sink) {
            return limit;
        }
        long pushed = 0;
        for (; current[node] >= 0 && pushed < limit; current[node] = next[current[node]]) {
            int edge = current[node];
            if (capacity[edge] > 0 && level[target[edge]] == level[node] + 1) {
                long more = push(target[edge], sink, Math.min(limit - pushed, capacity[edge]));
                capacity[edge] -= more;
                capacity[edge ^ 1] += more;
                pushed += more;
                if (pushed == limit) {
                    return pushed;
                }
            }
        }
        return pushed;
    }
}
