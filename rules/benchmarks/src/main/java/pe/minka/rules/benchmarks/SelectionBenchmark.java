package pe.minka.rules.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pe.minka.rules.BallotType;
import pe.minka.rules.Ballots;
import pe.minka.rules.Denomination;
import pe.minka.rules.Election;
import pe.minka.rules.EqualShares;
import pe.minka.rules.Greedy;
import pe.minka.rules.Phragmen;
import pe.minka.rules.Project;
import pe.minka.rules.Selection;
import pe.minka.rules.Utility;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Selection alone, on invented ballots for a hundred projects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelectionBenchmark {
    private static final int PROJECTS = 100;
    private static final int LONGEST = 10;

    @Param({"1000", "10000", "100000", "1000000"})
    int voters;

    private Election election = new Election(
            Denomination.CENTIMOS,
            0,
            new ArrayList<>(),
            Ballots.of(BallotType.APPROVAL).build());

    @Setup
    public void invent() {
        var random = new Random(1);
        long budget = 20_000_000L;
        var projects = new ArrayList<Project>();
        for (int project = 0; project < PROJECTS; project++) {
            projects.add(Project.of("p" + project, 50_000 + random.nextInt(900_000)));
        }
        var box = Ballots.of(BallotType.APPROVAL);
        for (int voter = 0; voter < voters; voter++) {
            box.add(
                    1,
                    random.ints(1 + random.nextInt(LONGEST), 0, PROJECTS)
                            .distinct()
                            .toArray());
        }
        election = new Election(new Denomination("PEN", 0), budget, projects, box.build());
    }

    @Benchmark
    public Selection greedy() {
        return Greedy.byVotes().select(election);
    }

    @Benchmark
    public Selection equalShares() {
        return EqualShares.of(Utility.COST, EqualShares.Completion.NONE).select(election);
    }

    @Benchmark
    public Selection equalSharesRaised() {
        return EqualShares.of(Utility.COST, EqualShares.Completion.ADD1U).select(election);
    }

    @Benchmark
    public Selection phragmen() {
        return new Phragmen().select(election);
    }
}
