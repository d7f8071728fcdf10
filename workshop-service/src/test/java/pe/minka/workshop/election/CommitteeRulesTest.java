package pe.minka.workshop.election;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.AgentId;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Regulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CommitteeRulesTest {

    private static final Regulation.Committee OF_TWO =
            new Regulation.Committee(2, List.of("PRESIDENT", "MEMBER"), 24, false, null, null, "art. 11");

    private static final Regulation.Committee OF_TWO_ZONES =
            new Regulation.Committee(2, List.of(), 24, null, null, 2, "art. 12");

    private final Agent rosa = agent(1, "FEMALE", "Z1");
    private final Agent luz = agent(2, "FEMALE", "Z2");
    private final Agent juan = agent(3, "MALE", "Z1");
    private final Agent pedro = agent(4, "MALE", "Z2");
    private final CommitteeRules rules = rules(OF_TWO, women("VIGILANCE_COMMITTEE", 1));

    @Test
    @Tag("COY-58")
    void one_woman_of_two_meets_a_quota_of_one_and_none_does_not() {
        assertThat(breaches(seat(juan, "PRESIDENT", 9), seat(rosa, "MEMBER", 8)))
                .isEmpty();
        assertThat(breaches(seat(juan, "PRESIDENT", 9), seat(pedro, "MEMBER", 8)))
                .containsExactly(new CommitteeRules.Breach.QuotaNotMet("WOMEN", 0, 1, "art. 10"));
    }

    @Test
    void a_woman_with_fewer_votes_may_pass_a_man_by_the_quota_but_a_man_may_not_pass_a_man() {
        assertThat(rules.breachesOf(
                        List.of(seat(juan, "PRESIDENT", 9), seat(rosa, "MEMBER", 3)),
                        List.of(stood(juan, 9), stood(rosa, 3), stood(pedro, 5))))
                .isEmpty();
        assertThat(rules.breachesOf(
                        List.of(seat(rosa, "PRESIDENT", 9), seat(juan, "MEMBER", 3)),
                        List.of(stood(rosa, 9), stood(juan, 3), stood(pedro, 5))))
                .containsExactly(new CommitteeRules.Breach.NotTheMostVoted(juan.agent(), pedro.agent()));
    }

    @Test
    void nobody_holds_two_posts_and_no_post_stays_empty() {
        assertThat(breaches(seat(luz, "PRESIDENT", 9), seat(luz, "PRESIDENT", 9)))
                .hasAtLeastOneElementOfType(CommitteeRules.Breach.SeatedTwice.class)
                .hasAtLeastOneElementOfType(CommitteeRules.Breach.WrongPosts.class);
        assertThat(breaches(seat(luz, "PRESIDENT", 9)))
                .hasAtLeastOneElementOfType(CommitteeRules.Breach.WrongNumber.class);
    }

    @Test
    void a_quota_that_is_met_without_her_lets_a_woman_pass_nobody() {
        assertThat(rules.breachesOf(
                        List.of(seat(luz, "PRESIDENT", 9), seat(rosa, "MEMBER", 3)),
                        List.of(stood(luz, 9), stood(rosa, 3), stood(juan, 5))))
                .containsExactly(new CommitteeRules.Breach.NotTheMostVoted(rosa.agent(), juan.agent()));
    }

    @Test
    @Tag("COY-58")
    void members_of_one_zone_are_too_few_zones_and_the_second_zone_may_pass_who_has_more_votes() {
        var zones = rules(OF_TWO_ZONES);

        assertThat(zones.breachesOf(
                        List.of(seat(juan, "MEMBER", 9), seat(rosa, "MEMBER", 8)),
                        List.of(stood(juan, 9), stood(rosa, 8), stood(pedro, 2))))
                .containsExactly(new CommitteeRules.Breach.TooFewZones(1, 2, "art. 12"));
        assertThat(zones.breachesOf(
                        List.of(seat(juan, "MEMBER", 9), seat(pedro, "MEMBER", 2)),
                        List.of(stood(juan, 9), stood(rosa, 8), stood(pedro, 2))))
                .isEmpty();
        assertThat(zones.breachesOf(
                        List.of(seat(juan, "MEMBER", 9), seat(pedro, "MEMBER", 2)),
                        List.of(stood(juan, 9), stood(luz, 3), stood(pedro, 2))))
                .containsExactly(new CommitteeRules.Breach.NotTheMostVoted(pedro.agent(), luz.agent()));
    }

    @Test
    void a_list_below_its_quota_is_none_and_the_next_one_passes_it() {
        var lists = rules(OF_TWO, women("CANDIDATE_LIST", 1));
        var all = List.of(
                new CommitteeRules.Contender(juan, 9, "A"),
                new CommitteeRules.Contender(pedro, 9, "A"),
                new CommitteeRules.Contender(rosa, 4, "B"),
                new CommitteeRules.Contender(luz, 4, "B"));

        assertThat(lists.breachesOf(List.of(seat(juan, "PRESIDENT", 9), seat(pedro, "MEMBER", 9)), all))
                .containsExactly(new CommitteeRules.Breach.ListQuotaNotMet("A", "WOMEN", 0, 1, "art. 10"));
        assertThat(lists.breachesOf(List.of(seat(rosa, "PRESIDENT", 4), seat(luz, "MEMBER", 4)), all))
                .isEmpty();
    }

    private static CommitteeRules.Contender stood(Agent agent, int votes) {
        return new CommitteeRules.Contender(agent, votes, null);
    }

    private List<CommitteeRules.Breach> breaches(CommitteeRules.Seat... seats) {
        return rules.breachesOf(
                List.of(seats),
                Stream.of(seats).map(seat -> stood(seat.agent(), seat.votes())).toList());
    }

    private static CommitteeRules rules(Regulation.Committee committee, Regulation.Quota... quotas) {
        return new CommitteeRules(regulation(committee, List.of(quotas)), committee, Election.Kind.VIGILANCE_COMMITTEE);
    }

    private static Regulation.Quota women(String of, int count) {
        return new Regulation.Quota(of, "WOMEN", null, count, "BLOCK", "art. 10");
    }

    private static CommitteeRules.Seat seat(Agent agent, String post, int votes) {
        return new CommitteeRules.Seat(agent, post, votes);
    }

    private static Agent agent(int number, String sex, String zone) {
        return new Agent(
                new AgentId(new UUID(0, number)),
                null,
                "PEASANT_COMMUNITY",
                "PRINCIPAL",
                sex,
                "30-44",
                "qu",
                zone,
                true,
                true);
    }

    private static Regulation regulation(Regulation.Committee committee, List<Regulation.Quota> quotas) {
        return new Regulation(
                "trial",
                1,
                new Regulation.Convocation(7, 0, "art. 5"),
                new Regulation.Workshops(false, false, null, null, List.of(), "art. 6"),
                new Regulation.Quorum(BigDecimal.ZERO, false, null, "art. 7"),
                new Regulation.Participation("NONE", false, true, false, List.of(), "art. 8"),
                quotas,
                Map.of("VIGILANCE", committee),
                List.of(),
                new Regulation.Proposals(false, false, false, 1, false, null, "art. 16"),
                new Regulation.Selection(List.of(), "art. 17"),
                new Regulation.Plan(true, "art. 9"));
    }
}
