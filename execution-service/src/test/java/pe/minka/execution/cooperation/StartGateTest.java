package pe.minka.execution.cooperation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.execution.process.Party;
import pe.minka.execution.process.WorksRules;
import pe.minka.execution.project.Missing;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static pe.minka.execution.process.Party.COMMITTEE;
import static pe.minka.execution.process.Party.COMMUNITY;
import static pe.minka.execution.process.Party.MUNICIPALITY;

class StartGateTest {

    private static final Soles AGREED = Soles.of("1000.01");
    private static final Set<Party> THREE = Set.of(COMMUNITY, COMMITTEE, MUNICIPALITY);

    private final StartGate threeParties = gate(THREE, "0");
    private final StartGate oneFifth = gate(Set.of(), "20");

    @Test
    @Tag("ANT-33")
    void works_start_with_an_agreement_that_all_three_parties_signed() {
        assertThat(missing(threeParties, List.of(THREE))).isEmpty();
    }

    @Test
    @Tag("ANT-33")
    void two_agreements_of_two_parties_each_are_not_one_of_three() {
        assertThat(missing(threeParties, List.of(Set.of(COMMUNITY, MUNICIPALITY), Set.of(COMMITTEE, MUNICIPALITY))))
                .extracting(Missing::code)
                .containsExactly("signatures");
    }

    @Test
    @Tag("ANT-33")
    void without_any_agreement_all_signatures_are_missing() {
        assertThat(missing(threeParties, List.of()))
                .extracting(each -> each.details().get("parties"))
                .containsExactly(List.of("COMMUNITY", "COMMITTEE", "MUNICIPALITY"));
    }

    @Test
    @Tag("VES-25")
    void a_fifth_of_the_cost_is_rounded_up_to_the_centimo() {
        assertThat(oneFifth.missing(List.of(), AGREED, Soles.of("200.00"), Soles.ZERO))
                .extracting(each -> each.details().get("needed"))
                .containsExactly(Soles.of("200.01"));
        assertThat(oneFifth.missing(List.of(), AGREED, Soles.of("200.01"), Soles.ZERO))
                .isEmpty();
    }

    @Test
    @Tag("VES-25")
    void what_was_brought_already_counts_as_promised() {
        assertThat(oneFifth.missing(List.of(), AGREED, Soles.ZERO, Soles.of("200.01")))
                .isEmpty();
    }

    private static StartGate gate(Set<Party> parties, String percent) {
        return new StartGate(
                new WorksRules(new java.util.TreeSet<>(parties), new BigDecimal(percent), false, "Ley 27972 art. 117"));
    }

    private static List<Missing> missing(StartGate gate, List<Set<Party>> signed) {
        return gate.missing(signed, AGREED, Soles.ZERO, Soles.ZERO);
    }
}
