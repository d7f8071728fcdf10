package pe.minka.load;

import java.util.List;
import java.util.stream.Collectors;

/** Voters who arrive twice as fast as the service can take them, whether or not it answers. */
final class Overload implements Measure.Measurement {

    private static final int CONNECTIONS = 4_000;
    private static final double QUICK_MILLIS = 50;

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        figures.title("Arrivals at twice the capacity");
        int voters = bench.electorate().voters().size();
        var calm = burst(bench, voters).closed(32, bench.size("seconds"));
        var wide = burst(bench, voters).closed(128, bench.size("seconds"));
        double peak = Math.max(calm.rate(), wide.rate());
        figures.figure("capacity: ballots a second at 32 or 128 connections", peak, "/s");
        long seed = System.nanoTime();
        figures.note("seed of the arrivals: " + seed);
        var round = VotingRound.open(bench.ground(), bench.replica(), bench.electorate());
        var storm = new Burst(bench.ground(), bench.replica(), round, bench.electorate(), 0, voters);
        // voters do not wait for a processor before they arrive
        Signals.hasten(-10);
        storm.open(2 * peak, bench.size("overload"), CONNECTIONS, seed);
        Signals.hasten(0);
        figures.note("answers: " + storm.byStatus() + ", connections refused or broken: " + storm.broken());
        figures.figure("goodput", storm.rate(), "/s");
        figures.atLeast("goodput / capacity", storm.rate() / peak, "x", 0.7);
        figures.figure("p50 of ballots that were taken", storm.counted().millisAt(0.5), "ms");
        figures.figure("p99 of ballots that were taken", storm.counted().millisAt(0.99), "ms");
        figures.figure("p50 of refusals", storm.refused().millisAt(0.5), "ms");
        figures.figure("p99 of refusals", storm.refused().millisAt(0.99), "ms");
        figures.exactly("refusals without Retry-After", storm.refusedWithoutRetryAfter(), 0);
        figures.exactly("acknowledged ballots that are lost", lost(bench, round, storm), 0);
    }

    private static Burst burst(Measure.Bench bench, int voters) {
        return new Burst(
                bench.ground(),
                bench.replica(),
                VotingRound.open(bench.ground(), bench.replica(), bench.electorate()),
                bench.electorate(),
                0,
                voters);
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
