package pe.minka.load;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether casting slows down as a round fills: from an empty box to a million ballots. */
final class FillingRound implements Measure.Measurement {

    private static final double[] SHARES = {0, 0.1, 0.25, 0.5, 1};

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        figures.title("Casting into a round that fills");
        int voters = bench.electorate().voters().size() / SHARES.length;
        var round = VotingRound.open(bench.ground(), bench.replica(), bench.electorate());
        var bursts = new ArrayList<Burst>();
        int inside = 0;
        for (int i = 0; i < SHARES.length; i++) {
            int wanted = (int) (SHARES[i] * bench.size("most"));
            if (wanted > inside) {
                SealedBallots.fillWithNoise(bench.ground(), round.id(), wanted - inside);
                inside = wanted;
                bench.ground().execute("checkpoint");
            }
            var burst = new Burst(bench.ground(), bench.replica(), round, bench.electorate(), i * voters, voters)
                    .closed(32, bench.size("seconds"));
            figures.note(String.format(
                    Locale.ROOT,
                    "%,9d in the box: %.0f/s, p50 %.1f ms, p99 %.1f ms, CPU us: service %.0f + database %.0f; answers %s",
                    inside,
                    burst.rate(),
                    burst.counted().millisAt(0.5),
                    burst.counted().millisAt(0.99),
                    burst.microsOfService(),
                    burst.microsOfDatabase(),
                    burst.byStatus()));
            bursts.add(burst);
            inside += burst.counted().size();
        }
        var empty = bursts.get(0);
        var full = bursts.get(bursts.size() - 1);
        figures.atMost(
                "processor time a ballot: full / empty",
                (full.microsOfService() + full.microsOfDatabase())
                        / (empty.microsOfService() + empty.microsOfDatabase()),
                "x",
                1.25);
        double slowest = IntStream.range(0, bursts.size())
                .mapToDouble(i -> bursts.get(i).rate())
                .min()
                .orElse(0);
        figures.atLeast("rate: slowest / empty", slowest / empty.rate(), "x", 0.75);
    }
}
