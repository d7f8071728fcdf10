package pe.minka.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Casting at 32 connections and at one, in turns with the rival on the same PostgreSQL and the same cores. */
final class CastBesideRival implements Measure.Measurement {

    private static final int CONNECTIONS = 32;
    private static final int IDLE_SECONDS_TILL_TOLD = 11;

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        figures.title("Casting over HTTP beside one ballot row and one outbox row a transaction");
        var rival = new Rival(bench.ground());
        figures.note("rival: " + rival.name());
        rival.run(CONNECTIONS, 3);
        var casts = new ArrayList<Burst>();
        var rivals = new ArrayList<Rival.Run>();
        double flushes = 0;
        for (int i = 0; i < bench.size("rounds"); i++) {
            rivals.add(rival.run(CONNECTIONS, bench.size("seconds")));
            var burst = burst(bench);
            long before = flushes(bench);
            casts.add(burst.closed(CONNECTIONS, bench.size("seconds")));
            flushes += flushes(bench) - before;
        }
        for (int i = 0; i < casts.size(); i++) {
            var cast = casts.get(i);
            var other = rivals.get(i);
            figures.note(String.format(
                    java.util.Locale.ROOT,
                    "turn %d: cast %.0f/s, p50 %.1f p99 %.1f ms, CPU us: service %.0f + database %.0f (client %.0f);"
                            + " rival %.0f/s, p50 %.1f p99 %.1f ms, CPU us: database %.0f + pgbench %.0f; answers %s",
                    i + 1,
                    cast.rate(),
                    cast.counted().millisAt(0.5),
                    cast.counted().millisAt(0.99),
                    cast.microsOfService(),
                    cast.microsOfDatabase(),
                    cast.microsOfClient(),
                    other.rate(),
                    other.p50(),
                    other.p99(),
                    other.microsOfDatabase(),
                    other.microsOfClient(),
                    cast.byStatus()));
        }
        double ballots = casts.stream().mapToInt(cast -> cast.counted().size()).sum();
        figures.figure("ballots a second, 32 connections", mean(casts, Burst::rate), "/s");
        figures.figure("rival's transactions a second, 32 connections", mean(rivals, Rival.Run::rate), "/s");
        figures.atLeast("rate: cast / rival", mean(casts, Burst::rate) / mean(rivals, Rival.Run::rate), "x", 0.5);
        double micros = mean(casts, cast -> cast.microsOfService() + cast.microsOfDatabase());
        figures.figure("processor time a ballot, service and database", micros, "us");
        figures.atMost(
                "processor time: ballot / rival's transaction",
                micros / mean(rivals, Rival.Run::microsAnOperation),
                "x",
                2);
        figures.atMost(
                "p99: cast / rival",
                mean(casts, cast -> cast.counted().millisAt(0.99)) / mean(rivals, Rival.Run::p99),
                "x",
                4);
        figures.atMost("flushes a ballot, 32 connections", flushes / ballots, "", 0.3);
        alone(bench, figures);
    }

    private static void alone(Measure.Bench bench, Figures figures) {
        var burst = burst(bench);
        long before = flushes(bench);
        burst.closed(1, bench.size("seconds"));
        double flushes = flushes(bench) - before;
        figures.figure("ballots a second, one connection", burst.rate(), "/s");
        figures.figure("p50, one connection", burst.counted().millisAt(0.5), "ms");
        // a statement of another connection, such as the relay's, may fall into the same seconds
        figures.atMost(
                "flushes a ballot, one connection",
                Math.rint(100 * flushes / burst.counted().size()) / 100,
                "",
                1);
    }

    private static Burst burst(Measure.Bench bench) {
        var round = VotingRound.open(bench.ground(), bench.replica(), bench.electorate());
        return new Burst(
                bench.ground(),
                bench.replica(),
                round,
                bench.electorate(),
                0,
                bench.electorate().voters().size());
    }

    private static long flushes(Measure.Bench bench) {
        Pause.of(IDLE_SECONDS_TILL_TOLD, TimeUnit.SECONDS);
        return bench.ground().flushes();
    }

    private static <T> double mean(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(0);
    }
}
