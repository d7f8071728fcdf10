package pe.minka.execution.committee;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.execution.process.CommitteeRules;
import pe.minka.execution.process.Quota;
import pe.minka.platform.core.AgentId;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CompositionTest {

    private static final String LAW = "Ley 27972 art. 117";
    private static final List<String> POSTS = List.of("PRESIDENT", "VICE_PRESIDENT", "BOARD_MEMBER", "FISCAL");

    @Test
    @Tag("ANT-32")
    void four_people_in_the_four_posts_take_office() {
        assertThat(breaches(of("F", "M", "F", "M"), rules())).isEmpty();
    }

    @Test
    @Tag("ANT-32")
    void one_of_them_missing_leaves_its_post_vacant() {
        assertThat(breaches(of("F", "M", "F"), rules())).containsExactly("committee-size", "post-vacant");
    }

    @Test
    @Tag("ANT-32")
    void two_presidents_are_one_too_many() {
        var candidates = new ArrayList<>(of("F", "M", "F", "M"));
        candidates.set(1, with(candidates.get(1), "PRESIDENT"));

        assertThat(breaches(candidates, rules())).containsExactly("post-not-foreseen", "post-vacant");
    }

    @Test
    @Tag("ANT-32")
    void one_person_holds_one_post_unless_the_ordinance_lets_her_hold_two() {
        var candidates = new ArrayList<>(of("F", "M", "F", "M"));
        candidates.set(3, with(candidates.get(0), "FISCAL"));

        assertThat(breaches(candidates, rules())).containsExactly("person-repeated");
        assertThat(breaches(candidates, new CommitteeRules(4, POSTS, null, true, false, 0, List.of(), LAW)))
                .isEmpty();
    }

    @Test
    void two_women_of_five_meet_a_quota_of_two_and_one_does_not() {
        var quota = new Quota("WOMEN", null, 2, true, "Ordenanza 001-2016");

        assertThat(breaches(of("F", "F", "M", "M", "M"), quotas(quota))).isEmpty();
        assertThat(breaches(of("F", "M", "M", "M", "M"), quotas(quota))).containsExactly("quota-unmet");
    }

    @Test
    void a_percentage_is_rounded_up_to_whole_people() {
        var third = new Quota("WOMEN", new BigDecimal("33.3333"), null, true, "Ordenanza 001-2016");

        assertThat(breaches(of("F", "M", "M"), quotas(third))).isEmpty();
        assertThat(breaches(of("F", "M", "M", "M"), quotas(third))).containsExactly("quota-unmet");
    }

    @Test
    void a_quota_that_only_warns_bars_nobody() {
        var target = new Quota("WOMEN", null, 2, false, "Ordenanza 001-2016");
        var composition = new Composition(of("F", "M"), Set.of(), Set.of());

        assertThat(composition.breaches(quotas(target))).isEmpty();
        assertThat(composition.warnings(quotas(target)))
                .extracting(Breach::code)
                .containsExactly("quota-unmet");
    }

    @Test
    void a_quota_that_the_facts_kept_here_cannot_tell_is_said_to_be_unmeasured() {
        var youth = new Quota("YOUTH", null, 1, true, "Ordenanza 001-2016");
        var composition = new Composition(of("F", "M"), Set.of(), Set.of());

        assertThat(composition.breaches(quotas(youth))).isEmpty();
        assertThat(composition.warnings(quotas(youth))).extracting(Breach::code).containsExactly("quota-not-measured");
    }

    @Test
    @Tag("ANT-42")
    void who_sat_before_sits_again_only_where_the_ordinance_lets_her() {
        var candidates = of("F", "M", "F", "M");
        var again = Set.of(candidates.get(2).agent());
        var rotating = new CommitteeRules(4, POSTS, null, false, true, 0, List.of(), LAW);

        assertThat(new Composition(candidates, again, Set.of()).breaches(rotating))
                .extracting(Breach::pointer, Breach::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/members/2/agent", "immediate-re-election"));
        assertThat(new Composition(candidates, again, Set.of()).breaches(rules()))
                .isEmpty();
    }

    @Test
    void where_there_was_an_election_its_winners_take_office() {
        var candidates = of("F", "M", "F", "M");
        var winners = Set.of(
                candidates.get(0).agent(),
                candidates.get(1).agent(),
                candidates.get(2).agent());

        assertThat(new Composition(candidates, Set.of(), winners).breaches(rules()))
                .extracting(Breach::pointer)
                .containsExactly("/members/3/agent");
    }

    @Test
    @Tag("COY-58")
    void a_committee_of_too_few_zones_is_refused() {
        var threeZones = new CommitteeRules(null, List.of(), null, true, true, 3, List.of(), LAW);
        var composition = new Composition(of("F", "M", "F", "M"), Set.of(), Set.of());

        assertThat(composition.breaches(threeZones)).extracting(Breach::code).containsExactly("zones-not-represented");
        assertThat(new Composition(of("F", "M", "F", "M", "F"), Set.of(), Set.of()).breaches(threeZones))
                .isEmpty();
    }

    /** Two of each zone: Z0, Z0, Z1, Z1, Z2. */
    private static List<Candidate> of(String... sexes) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < sexes.length; i++) {
            candidates.add(new Candidate(
                    AgentId.random(),
                    i < POSTS.size() ? POSTS.get(i) : "MEMBER",
                    true,
                    sexes[i].equals("F") ? "FEMALE" : "MALE",
                    "Z" + i / 2,
                    "PEASANT_COMMUNITY"));
        }
        return candidates;
    }

    private static Candidate with(Candidate candidate, String post) {
        return new Candidate(
                candidate.agent(),
                post,
                candidate.accredited(),
                candidate.sex(),
                candidate.zone(),
                candidate.organisationKind());
    }

    private static CommitteeRules rules() {
        return new CommitteeRules(4, POSTS, null, true, true, 0, List.of(), LAW);
    }

    private static CommitteeRules quotas(Quota... quotas) {
        return new CommitteeRules(null, List.of(), null, true, true, 0, List.of(quotas), LAW);
    }

    private static List<String> breaches(List<Candidate> candidates, CommitteeRules rules) {
        return new Composition(candidates, Set.of(), Set.of())
                .breaches(rules).stream().map(Breach::code).toList();
    }
}
