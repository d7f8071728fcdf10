package pe.minka.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the measurements that are named, all unless said; {@code name=value} sets a size. */
public final class Measure {

    private static final Map<String, Integer> SIZES = Map.of(
            "voters", 60_000,
            "warm", 150_000,
            "seconds", 8,
            "rounds", 2,
            "most", 1_000_000,
            "overload", 20);

    private Measure() {}

    /** Takes the ground it measures on and says what it found. */
    @FunctionalInterface
    interface Measurement {
        void run(Bench bench, Figures figures);
    }

    /** What all measurements of a run share: one ground, one warm replica, one electorate. */
    record Bench(Ground ground, Replica replica, Electorate electorate, Map<String, Integer> sizes) {

        int size(String name) {
            return sizes.getOrDefault(name, 0);
        }
    }

    public static void main(String[] arguments) {
        Map<String, Measurement> known = new LinkedHashMap<>();
        known.put("cast", new CastBesideRival());
        known.put("overload", new Overload());
        known.put("count", new CountLargeRounds());
        known.put("curve", new FillingRound());
        known.put("adversity", new Adversity());
        var sizes = new HashMap<>(SIZES);
        var wanted = new ArrayList<String>();
        for (var argument : arguments) {
            int at = argument.indexOf('=');
            if (at > 0) {
                sizes.put(argument.substring(0, at), Integer.parseInt(argument.substring(at + 1)));
            } else {
                wanted.add(argument);
            }
        }
        if (!known.keySet().containsAll(wanted) && !wanted.contains("all")) {
            System.err.println("known measurements: all " + String.join(" ", known.keySet()));
            System.exit(2);
        }
        var chosen = wanted.isEmpty() || wanted.contains("all") ? List.copyOf(known.keySet()) : wanted;
        System.exit(run(known, chosen, sizes) ? 0 : 1);
    }

    private static boolean run(Map<String, Measurement> known, List<String> chosen, Map<String, Integer> sizes) {
        var figures = new Figures();
        try (var ground = Ground.start(Path.of(System.getProperty("minka.root")))) {
            figures.title("Preparation");
            figures.figure("processors", Runtime.getRuntime().availableProcessors(), "");
            figures.figure("flushes of 8 KiB this disk does", Disk.flushesPerSecond(ground.folder()), "/s");
            var replica = ground.replica();
            var electorate = Electorate.of(ground, sizes.getOrDefault("voters", 0));
            figures.note("service runs on " + Replica.java());
            figures.note("tokens: RS256, 2,048 bits, one a voter, checked by the service against the issuer's JWKS");
            var bench = new Bench(ground, replica, electorate, sizes);
            warm(bench, figures);
            for (var name : chosen) {
                var measurement = known.get(name);
                if (measurement != null) {
                    measurement.run(bench, figures);
                }
            }
        }
        return figures.conclude();
    }

    /** A Java program is slow before it is compiled; a vote lasts longer than that. */
    private static void warm(Bench bench, Figures figures) {
        int voters = bench.electorate().voters().size();
        int cast = 0;
        while (cast < bench.size("warm")) {
            var round = VotingRound.open(bench.ground(), bench.replica(), bench.electorate());
            cast += new Burst(bench.ground(), bench.replica(), round, bench.electorate(), 0, voters)
                    .closed(32, 600)
                    .counted()
                    .size();
        }
        figures.note(cast + " ballots cast to warm the service");
    }
}
