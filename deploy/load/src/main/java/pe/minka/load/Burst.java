package pe.minka.load;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Voters of a round casting one ballot each, and what came of it: rate, waiting times, processor time, receipts. */
final class Burst implements Wire.Talk {

    private final Ground ground;
    private final Replica replica;
    private final VotingRound round;
    private final Electorate electorate;
    private final ArrayDeque<Integer> turn = new ArrayDeque<>();
    private final Map<Integer, byte[]> requests = new HashMap<>();
    private final Map<Integer, String> acknowledged = new HashMap<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Samples counted = new Samples();
    private final Samples refused = new Samples();
    private boolean again;
    private int refusedWithoutRetryAfter;
    private int broken;
    private double seconds;
    private double secondsOfService;
    private double secondsOfDatabase;
    private double secondsOfClient;

    Burst(Ground ground, Replica replica, VotingRound round, Electorate electorate, int firstVoter, int voters) {
        this.ground = ground;
        this.replica = replica;
        this.round = round;
        this.electorate = electorate;
        for (int voter = firstVoter; voter < firstVoter + voters; voter++) {
            turn.add(voter);
        }
    }

    /** Waiting times in microseconds. */
    static final class Samples {
        private long[] micros = new long[4096];
        private int size;

        void add(long sample) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, 2 * size);
            }
            micros[size++] = sample;
        }

        void addAll(Samples others) {
            for (int i = 0; i < others.size; i++) {
                add(others.micros[i]);
            }
        }

        int size() {
            return size;
        }

        double millisAt(double share) {
            if (size == 0) {
                return 0;
            }
            var sorted = Arrays.copyOf(micros, size);
            Arrays.sort(sorted);
            return sorted[(int) Math.min(size - 1L, Math.round(share * size))] / 1000.0;
        }
    }

    /** Each connection casts one ballot after the other. */
    Burst closed(int connections, int forSeconds) {
        return measured(wire -> wire.closed(connections, TimeUnit.SECONDS.toNanos(forSeconds)));
    }

    /** Voters arrive at a rate of their own; who is refused comes again with the same key. */
    Burst open(double perSecond, int forSeconds, int connections, long seed) {
        again = true;
        return measured(
                wire -> wire.open(perSecond, connections, TimeUnit.SECONDS.toNanos(forSeconds), new Random(seed)));
    }

    private Burst measured(java.util.function.Consumer<Wire> load) {
        long service = ProcessorTime.of(replica.pid());
        long database = ProcessorTime.ofFamily(ground.postmaster());
        long client = ProcessorTime.of(ProcessHandle.current().pid());
        long start = System.nanoTime();
        try (var wire = new Wire(replica.port(), this)) {
            load.accept(wire);
        }
        seconds += (System.nanoTime() - start) / 1e9;
        secondsOfService += (ProcessorTime.of(replica.pid()) - service) / 1e6;
        secondsOfDatabase += (ProcessorTime.ofFamily(ground.postmaster()) - database) / 1e6;
        secondsOfClient += (ProcessorTime.of(ProcessHandle.current().pid()) - client) / 1e6;
        return this;
    }

    @Override
    public Wire.@Nullable Ask next() {
        var voter = turn.poll();
        if (voter == null) {
            return null;
        }
        return new Wire.Ask(voter, request(voter));
    }

    /** Who comes again says the same, under the same key. */
    private byte[] request(int voter) {
        return requests.computeIfAbsent(
                voter,
                made -> round.request(
                        electorate.voters().get(made), UUID.randomUUID().toString(), round.choices(made)));
    }

    @Override
    public void answered(Wire.Ask ask, int status, boolean retryAfter, String body, long micros) {
        byStatus.merge(status, 1, Integer::sum);
        if (status == 201) {
            counted.add(micros);
            acknowledged.put(ask.voter(), body);
        } else {
            refused.add(micros);
            refusedWithoutRetryAfter += retryAfter ? 0 : 1;
            if (again) {
                turn.add(ask.voter());
            }
        }
    }

    @Override
    public void broken(Wire.Ask ask) {
        broken++;
        if (again) {
            turn.add(ask.voter());
        }
    }

    /** Where the processors were in this time. */
    String processorTime() {
        return String.format(
                Locale.ROOT,
                "%d answers in %.1f s; processors: service %.2f, database %.2f, client %.2f",
                counted.size() + refused.size(),
                seconds,
                secondsOfService / seconds,
                secondsOfDatabase / seconds,
                secondsOfClient / seconds);
    }

    double rate() {
        return counted.size() / seconds;
    }

    double microsOfService() {
        return secondsOfService * 1e6 / counted.size();
    }

    double microsOfDatabase() {
        return secondsOfDatabase * 1e6 / counted.size();
    }

    double microsOfClient() {
        return secondsOfClient * 1e6 / counted.size();
    }

    Samples counted() {
        return counted;
    }

    Samples refused() {
        return refused;
    }

    Map<Integer, String> acknowledged() {
        return acknowledged;
    }

    int refusedWithoutRetryAfter() {
        return refusedWithoutRetryAfter;
    }

    int broken() {
        return broken;
    }

    /** How often each status was answered. */
    Map<Integer, Integer> byStatus() {
        return byStatus;
    }
}
