package pe.minka.load;

/** Closing and counting rounds as large as a district's and as Lima's. */
final class CountLargeRounds implements Measure.Measurement {

    private static final int DISTRICT = 50_000;
    private static final int LIMA = 400_000;

    @Override
    public void run(Measure.Bench bench, Figures figures) {
        figures.title("Counting from the database");
        count(bench, figures, VotingRound.APPROVAL, DISTRICT, 2);
        count(bench, figures, VotingRound.APPROVAL, LIMA, 10);
        count(bench, figures, VotingRound.RANKING, LIMA, 10);
        figures.note("every ranking of the last round is another: nothing can be counted by the bundle");
    }

    private static void count(Measure.Bench bench, Figures figures, String kind, int ballots, double limit) {
        var round = VotingRound.open(bench.ground(), bench.replica(), bench.electorate(), kind);
        SealedBallots.fill(bench.ground(), round.id(), ballots, kind.equals(VotingRound.RANKING));
        long service = ProcessorTime.peakMegabytes(bench.replica().pid());
        var of = " of " + ballots + (kind.equals(VotingRound.RANKING) ? " rankings" : " ballots");
        long start = System.nanoTime();
        round.close();
        figures.figure("close" + of, (System.nanoTime() - start) / 1e9, "s");
        start = System.nanoTime();
        var tallied = round.tally();
        figures.atMost("count" + of, (System.nanoTime() - start) / 1e9, "s", limit);
        figures.exactly("counted" + of, tallied.get("turnout").asLong(), ballots);
        figures.note("most memory the service ever held: " + service + " MB before, "
                + ProcessorTime.peakMegabytes(bench.replica().pid()) + " MB after, of which 256 MB heap at most");
    }
}
