package pe.minka.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small elections that a seed decides, with many ties and near ties. */
final class GeneratedElections {
    private GeneratedElections() {}

    /** One ballot as ids in order. */
    record Vote(List<Integer> projects, List<Long> points) {}

    static Election of(long seed, BallotType type) {
        var random = new Random(seed);
        return assembled(projects(random), votes(random, type), type, 40 + random.nextInt(400));
    }

    /** The same with some projects that cost nothing and one that may be withdrawn. */
    static Election withGifts(long seed, BallotType type) {
        var election = of(seed, type);
        var random = new Random(~seed);
        for (int project = 0; project < election.projects().size(); project++) {
            var old = election.projects().get(project);
            if (random.nextInt(8) == 0) {
                election = election.withProject(project, old.costing(0));
            } else if (random.nextInt(20) == 0) {
                election = election.withProject(
                        project,
                        new Project(old.id(), old.name(), old.cost(), old.territory(), old.categories(), true));
            }
        }
        return election;
    }

    static List<Project> projects(Random random) {
        var projects = new ArrayList<Project>();
        int count = 2 + random.nextInt(9);
        for (int number = 0; number < count; number++) {
            long cost = random.nextInt(4) == 0 ? 60 : 1 + random.nextInt(150);
            projects.add(Project.of("p" + number, cost).in("t" + number % 3));
        }
        return projects;
    }

    static List<Vote> votes(Random random, BallotType type) {
        var votes = new ArrayList<Vote>();
        int voters = 1 + random.nextInt(40);
        for (int voter = 0; voter < voters; voter++) {
            var named = new ArrayList<Integer>();
            var points = new ArrayList<Long>();
            for (int project = 0; project < 2; project++) {
                if (random.nextInt(3) > 0) {
                    named.add(project);
                }
            }
            if (random.nextInt(5) > 0) {
                named.add(2 + random.nextInt(9));
            }
            Collections.shuffle(named, random);
            named.forEach(project -> points.add(1L + random.nextInt(5)));
            votes.add(new Vote(named, type.hasPoints() ? points : List.of()));
        }
        return votes;
    }

    static Election assembled(List<Project> projects, List<Vote> votes, BallotType type, long budget) {
        var box = Ballots.of(type);
        for (var vote : votes) {
            var kept = new ArrayList<Integer>();
            var points = new ArrayList<Long>();
            for (int index = 0; index < vote.projects().size(); index++) {
                if (vote.projects().get(index) < projects.size()) {
                    kept.add(vote.projects().get(index));
                    points.add(vote.points().isEmpty() ? 1L : vote.points().get(index));
                }
            }
            box.add(
                    1,
                    kept.stream().mapToInt(Integer::intValue).toArray(),
                    vote.points().isEmpty()
                            ? null
                            : points.stream().mapToLong(Long::longValue).toArray(),
                    kept.size());
        }
        return new Election(new Denomination("PEN", 0), budget, projects, box.build());
    }
}
