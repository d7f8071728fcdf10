package pe.minka.workshop.election;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.AgentId;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Regulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CommitteeRulesTest {

    private static final Regulation.Committee OF_TWO =
            new Regulation.Committee(2, List.of("PRESIDENT", "MEMBER"), 24, false, "art. 11");

    private final Agent rosa = agent(1, "FEMALE");
    private final Agent luz = agent(2, "FEMALE");
    private final Agent juan = agent(3, "MALE");
    private final Agent pedro = agent(4, "MALE");
    private final CommitteeRules rules = new CommitteeRules(regulation(), OF_TWO, Election.Kind.VIGILANCE_COMMITTEE);

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
        assertThat(rules.breachesOf(List.of(seat(juan, "PRESIDENT", 9), seat(rosa, "MEMBER", 3)), votes(9, 3, 5)))
                .isEmpty();
        assertThat(rules.breachesOf(
                        List.of(seat(rosa, "PRESIDENT", 9), seat(juan, "MEMBER", 3)),
                        Map.of(rosa, 9, juan, 3, pedro, 5)))
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

    private Map<Agent, Integer> votes(int ofJuan, int ofRosa, int ofPedro) {
        return Map.of(juan, ofJuan, rosa, ofRosa, pedro, ofPedro);
    }

    private List<CommitteeRules.Breach> breaches(CommitteeRules.Seat... seats) {
        Map<Agent, Integer> votes = new HashMap<>();
        for (CommitteeRules.Seat seat : seats) {
            votes.put(seat.agent(), seat.votes());
        }
        return rules.breachesOf(List.of(seats), votes);
    }

    private static CommitteeRules.Seat seat(Agent agent, String post, int votes) {
        return new CommitteeRules.Seat(agent, post, votes);
    }

    private static Agent agent(int number, String sex) {
        return new Agent(
                new AgentId(new UUID(0, number)),
                null,
                "PEASANT_COMMUNITY",
                "PRINCIPAL",
                sex,
                "30-44",
                "qu",
                "Z1",
                true,
                true);
    }

    private static Regulation regulation() {
        return new Regulation(
                "trial",
                1,
                new Regulation.Convocation(7, 0, "art. 5"),
                new Regulation.Workshops(false, false, null, null, List.of(), "art. 6"),
                new Regulation.Quorum(BigDecimal.ZERO, false, null, "art. 7"),
                new Regulation.Participation("NONE", false, true, List.of(), "art. 8"),
                List.of(new Regulation.Quota("VIGILANCE_COMMITTEE", "WOMEN", null, 1, "BLOCK", "art. 10")),
                Map.of("VIGILANCE", OF_TWO),
                List.of(),
                new Regulation.Proposals(false, false, false, 1, false, null, "art. 16"),
                new Regulation.Selection(List.of(), "art. 17"),
                new Regulation.Plan(true, "art. 9"));
    }
}
