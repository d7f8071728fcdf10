package pe.minka.rules;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The fast library against the definitions of the papers, on small elections with ties, gifts and empty ballots. */
class PlainEqualSharesTest {
    private static final List<Utility> UTILITIES =
            List.of(Utility.COST, Utility.CARDINALITY, Utility.SCORE, Utility.BORDA);

    @Test
    void a_run_buys_what_the_definition_buys_in_the_same_order() {
        for (long seed = 0; seed < 400; seed++) {
            for (var utility : UTILITIES) {
                var election = election(seed, utility);
                var plain = new PlainEqualShares(election, utility);

                assertThat(EqualShares.of(utility, EqualShares.Completion.NONE)
                                .select(election)
                                .order())
                        .as("seed %d, %s", seed, utility)
                        .isEqualTo(plain.bought(share(election)));
                assertThat(EqualShares.of(utility, EqualShares.Completion.UTILITARIAN)
                                .select(election)
                                .winners())
                        .isEqualTo(plain.ids(plain.withTheRestByVotes(plain.bought(share(election)))));
            }
        }
    }

    @Test
    void raised_shares_end_where_going_step_by_step_ends() {
        for (long seed = 0; seed < 200; seed++) {
            for (var utility : UTILITIES) {
                var election = election(seed, utility);
                var plain = new PlainEqualShares(election, utility);
                var start = Fraction.of(election.budget() / election.ballots().voters());
                var add1 = plain.raised(start, Fraction.ONE, true);
                var rule = EqualShares.of(utility, EqualShares.Completion.ADD1);

                assertThat(rule.select(election).winners())
                        .as("seed %d, %s", seed, utility)
                        .isEqualTo(plain.ids(add1));
                assertThat(rule.select(election).notes()).containsEntry("endowment", plain.endedWith());
                assertThat(EqualShares.of(utility, EqualShares.Completion.ADD1U)
                                .select(election)
                                .winners())
                        .isEqualTo(plain.ids(plain.withTheRestByVotes(add1)));
                assertThat(rule.startingAt(EqualShares.Start.EXACT_QUOTIENT)
                                .evenWhenExhaustive()
                                .select(election)
                                .winners())
                        .isEqualTo(plain.ids(plain.raised(share(election), Fraction.ONE, false)));
                assertThat(rule.startingAt(EqualShares.Start.EXACT_QUOTIENT)
                                .evenWhenExhaustive()
                                .select(election)
                                .notes())
                        .as("seed %d, %s", seed, utility)
                        .containsEntry("endowment", plain.endedWith());
            }
        }
    }

    @Test
    void a_budget_raised_as_a_whole_ends_where_going_step_by_step_ends() {
        for (long seed = 0; seed < 60; seed++) {
            var election = election(seed, Utility.COST);
            if (election.ballots().voters() > 12) {
                continue;
            }
            var plain = new PlainEqualShares(election, Utility.COST);
            var step = Fraction.of(1, election.ballots().voters());

            assertThat(EqualShares.of(Utility.COST, EqualShares.Completion.ADD1_TOTAL)
                            .select(election)
                            .winners())
                    .as("seed %d", seed)
                    .isEqualTo(plain.ids(plain.raised(share(election), step, true)));
        }
    }

    @Test
    void a_budget_raised_to_each_change_ends_where_raising_it_by_the_smallest_unit_ends() {
        for (long seed = 0; seed < 120; seed++) {
            var drawn = election(seed, Utility.COST);
            if (drawn.ballots().voters() > 12) {
                continue;
            }
            var election = new Election(
                    new Denomination("PEN", 1), drawn.budget(), drawn.projects(), drawn.ballots(), drawn.limits());
            var plain = new PlainEqualShares(election, Utility.CARDINALITY);
            var step = Fraction.of(1, election.ballots().voters());
            var raised = plain.raised(share(election), step, true);

            assertThat(EqualShares.of(Utility.CARDINALITY, EqualShares.Completion.ADD_OPT)
                            .select(election)
                            .winners())
                    .as("seed %d", seed)
                    .isEqualTo(plain.ids(raised));
            assertThat(EqualShares.of(Utility.CARDINALITY, EqualShares.Completion.ADD_OPT_U)
                            .select(election)
                            .winners())
                    .as("seed %d", seed)
                    .isEqualTo(plain.ids(plain.withTheRestByVotes(raised)));
        }
    }

    @Test
    void large_shares_are_raised_in_few_runs() {
        var election = Election.in(new Denomination("HUF", 0), 40_000_000)
                .project("bridge", 26_000_000)
                .project("park", 13_500_000)
                .project("school", 12_000_000)
                .project("lamp", 9_000_000)
                .ballots(500, "bridge", "park")
                .ballots(300, "park", "school")
                .ballots(200, "school", "lamp")
                .build();
        var plain = new PlainEqualShares(election, Utility.COST);
        var selection =
                EqualShares.of(Utility.COST, EqualShares.Completion.ADD1).select(election);

        assertThat(selection.winners()).isEqualTo(plain.ids(plain.raised(Fraction.of(40_000), Fraction.of(100), true)));
        assertThat(Integer.parseInt(selection.notes().getOrDefault("runs", "0")))
                .isLessThan(200);
    }

    @Test
    void the_simple_count_wins_where_more_voters_prefer_it() {
        int simpleWon = 0;
        for (long seed = 0; seed < 300; seed++) {
            var election = election(seed, Utility.COST);
            var plain = new PlainEqualShares(election, Utility.COST);
            var shares = plain.withTheRestByVotes(plain.bought(share(election)));
            var simple = plain.withTheRestByVotes(List.of());
            boolean simpleWins = plain.preferring(simple, shares) > plain.preferring(shares, simple);
            simpleWon += simpleWins ? 1 : 0;

            assertThat(EqualShares.of(Utility.COST, EqualShares.Completion.UTILITARIAN)
                            .comparedWithTheSimpleCount()
                            .select(election)
                            .winners())
                    .as("seed %d", seed)
                    .isEqualTo(plain.ids(simpleWins ? simple : shares));
        }
        assertThat(simpleWon).isPositive();
    }

    private static Fraction share(Election election) {
        return Fraction.of(election.budget(), election.ballots().voters());
    }

    private static Election election(long seed, Utility utility) {
        return GeneratedElections.withGifts(
                seed,
                switch (utility) {
                    case CARDINALITY, COST -> BallotType.APPROVAL;
                    case SCORE -> BallotType.CUMULATIVE;
                    case BORDA -> BallotType.ORDINAL;
                });
    }
}
