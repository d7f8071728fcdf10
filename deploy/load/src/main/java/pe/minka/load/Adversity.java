package pe.minka.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Two replicas over one database, while processes die and stand still: what was acknowledged is there, once. */
final class Adversity implements Measure.Measurement {

    private static final int CROWD = 200;
    private static final int CASTS = 20;
    private static final int BURST = 6_000;
    private static final int THREADS = 48;
    private static final int LONGEST_SILENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "voter");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        var replicas = new Replica[] {bench.replica(), bench.ground().replica()};
        crowd(bench, replicas, figures);
        burst("A replica killed in the middle of a burst", bench, replicas, figures, () -> {
            Pause.of(1500, TimeUnit.MILLISECONDS);
            replicas[1].kill();
            Pause.of(3, TimeUnit.SECONDS);
            replicas[1].startAgain();
        });
        burst("PostgreSQL standing still for ten seconds", bench, replicas, figures, () -> {
            Pause.of(1500, TimeUnit.MILLISECONDS);
            Signals.toFamily("STOP", bench.ground().postmaster());
            Pause.of(10, TimeUnit.SECONDS);
            Signals.toFamily("CONT", bench.ground().postmaster());
        });
        burst("PostgreSQL killed in the middle of a burst", bench, replicas, figures, () -> {
            Pause.of(1500, TimeUnit.MILLISECONDS);
            bench.ground().killPostgres();
            Pause.of(2, TimeUnit.SECONDS);
            bench.ground().startPostgresAgain();
        });
        brokerAway(bench, replicas, figures);
        answersLost(bench, replicas, figures);
        replicas[1].kill();
    }

    private void crowd(Measure.Bench bench, Replica[] replicas, Figures figures) {
        figures.title(CROWD + " voters, " + CASTS + " casts each at the same time, two replicas");
        var round = VotingRound.open(bench.ground(), replicas[0], bench.electorate());
        var caster = new Caster(round, bench.electorate());
        var keys = IntStream.range(0, CROWD)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<Callable<Caster.Outcome>> casts = new ArrayList<>();
        // what no answer came to is asked again with its own key, once the crowd is gone
        Queue<Callable<Caster.Outcome>> unknown = new ConcurrentLinkedQueue<>();
        for (int cast = 0; cast < CASTS; cast++) {
            for (int voter = 0; voter < CROWD; voter++) {
                int who = voter;
                var replica = replicas[cast % 2];
                var key = cast % 4 < 2 ? keys.get(voter) : UUID.randomUUID().toString();
                casts.add(() -> {
                    var outcome = caster.cast(replica, who, key, round.choices(who));
                    if (outcome.isOpen()) {
                        unknown.add(() -> caster.settle(replicas, who, key, round.choices(who)));
                    }
                    return outcome;
                });
            }
        }
        java.util.Collections.shuffle(casts);
        Map<Integer, String> receipts = new HashMap<>();
        var several = new HashSet<Integer>();
        var statuses = new java.util.TreeMap<Integer, Integer>();
        var outcomes = all(casts);
        outcomes.forEach(outcome -> statuses.merge(outcome.status(), 1, Integer::sum));
        outcomes.addAll(all(List.copyOf(unknown)));
        outcomes.forEach(outcome -> {
            if (outcome.isAcknowledged()) {
                var before = receipts.put(outcome.voter(), outcome.body());
                if (before != null && !before.equals(outcome.body())) {
                    several.add(outcome.voter());
                }
            }
        });
        figures.note("answers: " + statuses);
        figures.exactly("voters with a receipt", receipts.size(), CROWD);
        figures.exactly("voters with two different receipts", several.size(), 0);
        figures.exactly("seats struck off", struckOff(bench, round), CROWD);
        int refused = 0;
        int own = 0;
        for (int voter = 0; voter < CROWD; voter++) {
            var same = caster.cast(replicas[voter % 2], voter, keys.get(voter), round.choices(voter));
            if (same.isAcknowledged()) {
                own++;
                refused += caster.cast(replicas[voter % 2], voter, keys.get(voter), round.choices(voter + 1))
                                        .status()
                                == 422
                        ? 1
                        : 0;
            }
        }
        figures.exactly("same key with another body, of " + own + " answered 422", refused, own);
        round.close();
        figures.exactly(
                "ballots in the box", Commitments.of(bench.ground(), round.id()).size(), CROWD);
    }

    private void burst(String title, Measure.Bench bench, Replica[] replicas, Figures figures, Runnable misfortune) {
        figures.title(title);
        var round = VotingRound.open(bench.ground(), replicas[0], bench.electorate());
        var caster = new Caster(round, bench.electorate());
        var keys = IntStream.range(0, BURST)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        var happening = new Thread(misfortune, "misfortune");
        happening.start();
        List<Callable<Caster.Outcome>> casts = new ArrayList<>();
        for (int voter = 0; voter < BURST; voter++) {
            int who = voter;
            casts.add(() -> caster.cast(replicas[who % 2], who, keys.get(who), round.choices(who)));
        }
        var first = all(casts);
        join(happening);
        var open = first.stream().filter(Caster.Outcome::isOpen).toList();
        var settled = all(first.stream()
                .map(outcome -> (Callable<Caster.Outcome>) () -> caster.settle(
                        replicas, outcome.voter(), keys.get(outcome.voter()), round.choices(outcome.voter())))
                .toList());
        int changed = 0;
        for (int i = 0; i < first.size(); i++) {
            changed += first.get(i).isAcknowledged()
                            && !first.get(i).body().equals(settled.get(i).body())
                    ? 1
                    : 0;
        }
        figures.figure("acknowledged at once", first.size() - open.size(), "");
        figures.figure("without an answer, or told to come again", open.size(), "");
        figures.exactly(
                "settled by the same key",
                settled.stream().filter(Caster.Outcome::isAcknowledged).count(),
                BURST);
        figures.exactly("receipts that changed", changed, 0);
        inTheBox(bench, round, settled, figures);
    }

    /** Votes need no broker: what is to be told lies in the database until it is back. */
    private void brokerAway(Measure.Bench bench, Replica[] replicas, Figures figures) {
        bench.ground().killBroker();
        burst(
                "The broker killed before a burst, and away until the round is counted",
                bench,
                replicas,
                figures,
                () -> {});
        figures.figure("events that wait for the broker", untold(bench), "");
        bench.ground().startBrokerAgain();
        long since = System.nanoTime();
        while (untold(bench) > 0 && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(LONGEST_SILENCE_SECONDS)) {
            Pause.of(200, TimeUnit.MILLISECONDS);
        }
        figures.exactly("events untold once it is back", untold(bench), 0);
    }

    private static long untold(Measure.Bench bench) {
        return bench.ground().number("select count(*) from outbox where published_at is null");
    }

    private void answersLost(Measure.Bench bench, Replica[] replicas, Figures figures) {
        figures.title("Answers lost after the work was done");
        var round = VotingRound.open(bench.ground(), replicas[0], bench.electorate());
        var caster = new Caster(round, bench.electorate());
        var keys = IntStream.range(0, CROWD)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<Callable<Caster.Outcome>> casts = new ArrayList<>();
        for (int voter = 0; voter < CROWD; voter++) {
            int who = voter;
            casts.add(() -> {
                caster.castAndLeave(replicas[who % 2], who, keys.get(who), round.choices(who));
                return new Caster.Outcome(who, 0, "");
            });
        }
        all(casts);
        long stored = struckOff(bench, round);
        figures.figure("stored although nobody heard of it", stored, "");
        var settled = all(IntStream.range(0, CROWD)
                .mapToObj(voter -> (Callable<Caster.Outcome>)
                        () -> caster.settle(replicas, voter, keys.get(voter), round.choices(voter)))
                .toList());
        figures.exactly(
                "settled by the same key",
                settled.stream().filter(Caster.Outcome::isAcknowledged).count(),
                CROWD);
        inTheBox(bench, round, settled, figures);
    }

    private static void inTheBox(
            Measure.Bench bench, VotingRound round, List<Caster.Outcome> settled, Figures figures) {
        round.close();
        var box = Commitments.of(bench.ground(), round.id());
        var known = new HashSet<>(box);
        figures.exactly("ballots in the box", box.size(), settled.size());
        figures.exactly(
                "acknowledged ballots that are lost",
                settled.stream()
                        .filter(Caster.Outcome::isAcknowledged)
                        .filter(outcome -> !known.contains(Commitments.in(outcome.body())))
                        .count(),
                0);
        figures.exactly("counted", round.tally().get("turnout").asLong(), settled.size());
    }

    private static long struckOff(Measure.Bench bench, VotingRound round) {
        return bench.ground().number("select count(*) from strike_off where round = ?", (Object) round.id());
    }

    private List<Caster.Outcome> all(List<Callable<Caster.Outcome>> casts) {
        try {
            var outcomes = new ArrayList<Caster.Outcome>();
            for (var outcome : threads.invokeAll(casts)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a voter failed", failed);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }
}
