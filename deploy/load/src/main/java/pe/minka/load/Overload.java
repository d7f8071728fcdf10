package pe.minka.load;

import java.util.List;
import java.util.stream.Collectors;

/** Voters who arrive twice as fast as the service can take them, whether or not it answers. */
final class Overload implements Measure.Measurement {

    private static final int CONNECTIONS = 4_000;
    private static final int REHEARSAL_SECONDS = 5;

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        figures.title("Arrivals at twice the capacity");
        var calm = burst(bench, opened(bench)).closed(32, bench.size("seconds"));
        var wide = burst(bench, opened(bench)).closed(128, bench.size("seconds"));
        double peak = Math.max(calm.rate(), wide.rate());
        figures.note((calm.rate() == peak ? calm : wide).processorTime());
        figures.figure("capacity: ballots a second at 32 or 128 connections", peak, "/s");
        long seed = System.nanoTime();
        figures.note("seed of the arrivals: " + seed);
        // to say no has to be compiled too
        storm(bench, opened(bench), 2 * peak, REHEARSAL_SECONDS, seed - 1);
        var round = opened(bench);
        var storm = storm(bench, round, 2 * peak, bench.size("overload"), seed);
        figures.note("answers: " + storm.byStatus() + ", connections refused or broken: " + storm.broken());
        figures.note(storm.processorTime());
        figures.figure("goodput", storm.rate(), "/s");
        figures.atLeast("goodput / capacity", storm.rate() / peak, "x", 0.7);
        figures.figure("p50 of ballots that were taken", storm.counted().millisAt(0.5), "ms");
        figures.figure("p99 of ballots that were taken", storm.counted().millisAt(0.99), "ms");
        figures.figure("p50 of refusals", storm.refused().millisAt(0.5), "ms");
        figures.figure("p99 of refusals", storm.refused().millisAt(0.99), "ms");
        figures.exactly("refusals without Retry-After", storm.refusedWithoutRetryAfter(), 0);
        figures.exactly("acknowledged ballots that are lost", lost(bench, round, storm), 0);
    }

    /** Voters do not wait for a processor before they arrive. */
    private static Burst storm(Measure.Bench bench, VotingRound round, double perSecond, int forSeconds, long seed) {
        var storm = burst(bench, round);
        Signals.hasten(-10);
        storm.open(perSecond, forSeconds, CONNECTIONS, seed);
        Signals.hasten(0);
        return storm;
    }

    private static VotingRound opened(Measure.Bench bench) {
        return VotingRound.open(bench.ground(), bench.replica(), bench.electorate());
    }

    private static Burst burst(Measure.Bench bench, VotingRound round) {
        return new Burst(
                bench.ground(),
                bench.replica(),
                round,
                bench.electorate(),
                0,
                bench.electorate().voters().size());
    }

    /** After the close each receipt stands among the commitments, and there are no more ballots than strike-offs. */
    static long lost(Measure.Bench bench, VotingRound round, Burst burst) {
        round.close();
        List<String> commitments = Commitments.of(bench.ground(), round.id());
        var known = commitments.stream().collect(Collectors.toSet());
        long struckOff = bench.ground().number("select count(*) from strike_off where round = ?", (Object) round.id());
        if (struckOff != commitments.size()) {
            throw new IllegalStateException(struckOff + " voted, " + commitments.size() + " ballots: " + round.id());
        }
        return burst.acknowledged().values().stream()
                .filter(receipt -> !known.contains(Commitments.in(receipt)))
                .count();
    }
}
