package pe.minka.registry.simulation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pe.minka.platform.core.Soles;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The characteristic rules of each of the eight processes, asked as a registrar would ask them. */
class EightProcessesTest {

    private static final String NONE = "none";

    @Test
    void limatambo_takes_delegations_of_three_women_and_three_men_and_no_other() {
        var limatambo = rules("limatambo-1997.v1", NONE);

        assertThat(delegation(limatambo, 3, 3)).containsOnly(Verdict.PASS);
        assertThat(delegation(limatambo, 2, 4)).contains(Verdict.REFUSE);
        assertThat(delegation(limatambo, 3, 2)).contains(Verdict.REFUSE);
    }

    private static List<Verdict> delegation(Regulation rules, int women, int men) {
        var sauceda = new PlannedRoll.PlannedDelegation("Sauceda", women, men);
        return verdicts(new PlannedRoll(women + men, Map.of("WOMEN", women, "MEN", men), List.of(sauceda)), rules);
    }

    @Test
    void anta_decides_on_all_investment_and_gives_each_work_a_committee_of_four() {
        var anta = rules("anta-2008.v1", "national-2003.v1");

        assertThat(envelope(anta, "1000000.00", "1000000.00")).containsOnly(Verdict.PASS);
        assertThat(envelope(anta, "1000000.00", "999999.99")).contains(Verdict.REFUSE);
        assertThat(committee(anta, "MANAGEMENT", 4)).doesNotContain(Verdict.REFUSE);
        assertThat(committee(anta, "MANAGEMENT", 3)).contains(Verdict.REFUSE);
    }

    @Test
    void villa_el_salvador_gives_thirty_five_percent_to_the_centimo_and_wants_its_team_since_2004() {
        var first = rules("villa-el-salvador-2001.v1", NONE);
        var second = rules("villa-el-salvador-2001.v2", "national-2003.v1");

        assertThat(envelope(first, "100.00", "35.00")).containsOnly(Verdict.PASS);
        assertThat(envelope(first, "100.00", "34.99")).contains(Verdict.REFUSE);
        assertThat(call(first, "2001-06-14", 1)).contains(Verdict.REFUSE);
        assertThat(call(first, "2001-06-15", 0)).doesNotContain(Verdict.REFUSE);
        assertThat(call(second, "2005-03-01", 0)).contains(Verdict.REFUSE);
        assertThat(call(second, "2005-03-01", 1)).doesNotContain(Verdict.REFUSE);
    }

    @Test
    void san_juan_de_miraflores_gives_thirty_percent_and_is_not_called_without_its_team() {
        var rules = rules("san-juan-de-miraflores-2004.v1", "national-2003.v1");

        assertThat(envelope(rules, "1000.00", "300.00")).containsOnly(Verdict.PASS);
        assertThat(envelope(rules, "1000.00", "299.99")).contains(Verdict.REFUSE);
        assertThat(call(rules, "2004-03-01", 0)).contains(Verdict.REFUSE);
        assertThat(call(rules, "2004-03-01", 1)).doesNotContain(Verdict.REFUSE);
    }

    @Test
    void the_national_norm_warns_below_thirty_two_percent_of_women_and_wants_a_committee_of_four() {
        var norm = Ordinances.regulation("ocongate-2020.v1", "national-2009.v2");

        assertThat(verdicts(new PlannedRoll(100, Map.of("WOMEN", 31), null), norm))
                .containsExactly(Verdict.WARN);
        assertThat(verdicts(new PlannedRoll(100, Map.of("WOMEN", 32), null), norm))
                .containsExactly(Verdict.PASS);
        assertThat(committee(norm, "VIGILANCE", 3)).contains(Verdict.REFUSE);
        var findings =
                closing("PREPARATION", Map.of("TECHNICAL_TEAM_CONSTITUTED", 1)).under(norm);
        assertThat(findings)
                .extracting(Finding::detail, Finding::verdict)
                .containsExactly(
                        tuple("TECHNICAL_TEAM_CONSTITUTED", Verdict.PASS),
                        tuple("ROLL_PUBLISHED", Verdict.REFUSE),
                        tuple("TRAINING_HELD", Verdict.REFUSE));
    }

    @Test
    void ocongate_has_one_vote_an_organisation_and_two_opinions_a_proposal() {
        var ocongate = rules("ocongate-2020.v1", "national-2009.v2");

        assertThat(delegation(ocongate, 1, 0)).doesNotContain(Verdict.REFUSE);
        assertThat(delegation(ocongate, 1, 1)).contains(Verdict.REFUSE);
        assertThat(verdicts(proposal("5", 1), ocongate)).contains(Verdict.REFUSE);
        assertThat(verdicts(proposal("5", 2), ocongate)).containsOnly(Verdict.PASS);
        assertThat(verdicts(proposal("4.999999", 2), ocongate)).contains(Verdict.REFUSE);
    }

    private static PlannedProposal proposal(String coverage, int opinions) {
        return new PlannedProposal(null, null, null, coverage, opinions);
    }

    @Test
    void the_porto_alegre_model_stays_within_the_norm_and_runs_for_two_years() {
        var model = rules("porto-alegre-model.v1", "national-2009.v3");

        assertThat(model.document().at("/cycle/months").asInt()).isEqualTo(24);
        assertThat(model.document().at("/cycle/adoptedBy").asText()).isEqualTo("AGENTS");
        assertThat(model.document().at("/distribution/poorestAtLeastPerHead").asBoolean())
                .isTrue();
        assertThat(committee(model, "VIGILANCE", 3)).contains(Verdict.REFUSE);
        assertThat(call(model, "2020-06-01", 0)).doesNotContain(Verdict.REFUSE);
    }

    @Test
    void coyllurqui_gives_seven_days_of_notice_half_plus_one_and_two_women_of_five() {
        var coyllurqui = Ordinances.coyllurqui();

        assertThat(verdicts(session("2016-04-02", 200, 101), coyllurqui)).containsOnly(Verdict.PASS);
        assertThat(session("2016-04-03", 200, 100).under(coyllurqui))
                .filteredOn(finding -> finding.verdict() == Verdict.REFUSE)
                .extracting(Finding::pointer)
                .containsExactly("/convocation/noticeDays", "/quorum");
        assertThat(women(coyllurqui, 2)).doesNotContain(Verdict.REFUSE);
        assertThat(women(coyllurqui, 1)).contains(Verdict.REFUSE);
    }

    private static PlannedSession session(String noticeGivenOn, int roll, int present) {
        return new PlannedSession(
                LocalDate.parse(noticeGivenOn),
                LocalDate.of(2016, 4, 9),
                List.of("RADIO", "LETTER", "ASSEMBLY"),
                roll,
                present,
                false);
    }

    private static List<Verdict> women(Regulation rules, int women) {
        var members = IntStream.range(0, 5)
                .mapToObj(i ->
                        new PlannedMember("p" + i, null, i < women ? "FEMALE" : "MALE", "PRINCIPAL", null, null, null))
                .toList();
        return verdicts(new PlannedCommittee("VIGILANCE", members), rules);
    }

    @Test
    void a_committee_is_held_to_its_posts_its_people_and_those_who_go() {
        var rules = rules("ocongate-2020.v1", "national-2009.v2");
        var members = new ArrayList<>(Stream.of("PRESIDENT", "SECRETARY", "MEMBER", "MEMBER")
                .map(post -> new PlannedMember(post, post, "MALE", "PRINCIPAL", null, null, false))
                .toList());
        members.set(0, new PlannedMember("SECRETARY", "MEMBER", "MALE", "OFFICIAL", null, null, true));

        assertThat(new PlannedCommittee("VIGILANCE", members).under(rules))
                .filteredOn(finding -> finding.verdict() == Verdict.REFUSE)
                .extracting(Finding::pointer)
                .containsExactly(
                        "/committees/VIGILANCE/posts",
                        "/committees/VIGILANCE/distinctPeople",
                        "/committees/VIGILANCE/immediateReelection",
                        "/participation/supervise");
    }

    @ParameterizedTest
    @CsvSource({
        "limatambo-1997.v1, none, 1997-03-01",
        "anta-2008.v1, national-2003.v1, 2008-03-01",
        "villa-el-salvador-2001.v1, none, 2001-07-01",
        "villa-el-salvador-2001.v2, national-2003.v1, 2005-03-01",
        "san-juan-de-miraflores-2004.v1, national-2003.v1, 2004-03-01",
        "ocongate-2020.v1, national-2009.v2, 2019-04-01",
        "porto-alegre-model.v1, national-2009.v3, 2020-06-01",
        "coyllurqui-2016.v1, national-2009.v2, 2016-03-21"
    })
    void each_can_be_called_as_it_is_shipped(String file, String norm, String on) {
        assertThat(call(rules(file, norm), on, 1)).doesNotContain(Verdict.REFUSE, Verdict.WARN);
    }

    private static Regulation rules(String file, String norm) {
        return norm.equals(NONE) ? new Regulation(Ordinances.document(file)) : Ordinances.regulation(file, norm);
    }

    private static List<Verdict> verdicts(Part part, Regulation rules) {
        return part.under(rules).stream().map(Finding::verdict).toList();
    }

    private static List<Verdict> envelope(Regulation rules, String budget, String envelope) {
        return verdicts(new PlannedEnvelope(Soles.of(budget), Soles.of(envelope)), rules);
    }

    private static List<Verdict> committee(Regulation rules, String committee, int members) {
        return verdicts(
                new PlannedCommittee(
                        committee,
                        IntStream.range(0, members)
                                .mapToObj(i -> new PlannedMember(
                                        null, null, i % 2 == 0 ? "FEMALE" : "MALE", null, "z" + i, null, null))
                                .toList()),
                rules);
    }

    private static List<Verdict> call(Regulation rules, String on, int teams) {
        return verdicts(new PlannedCall(LocalDate.parse(on), "ENTITY", List.of("RADIO", "LETTER"), teams, null), rules);
    }

    private static PlannedClosing closing(String phase, Map<String, Integer> records) {
        return new PlannedClosing(phase, records);
    }
}
