package pe.minka.allocation.income;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class ShortfallTest {

    private static final UUID ENVELOPE = UUID.randomUUID();
    private static final EntityCode ENTITY = new EntityCode("300305");
    private static final ProcessId PROCESS = new ProcessId(UUID.randomUUID());

    @Test
    @Tag("ANT-60")
    void a_fifth_less_canon_touches_the_agreements_that_what_arrived_does_not_reach() {
        var report = Shortfall.of(
                lines(Map.of("18", 1_000_00L, "07", 400_00L)),
                lines(Map.of("18", 800_00L, "07", 400_01L)),
                List.of(envelope(Map.of("18", soles(500_00), "07", soles(100_00)))),
                List.of(
                        agreement("Canal", 10, 200_00, AgreementState.OPEN),
                        agreement("Agua", 90, 300_00, AgreementState.OPEN),
                        agreement("Posta", 5, 50_00, AgreementState.DONE),
                        agreement("Losa", 99, 600_00, AgreementState.WITHDRAWN)));

        assertThat(report.lines())
                .extracting(gap -> gap.line(), gap -> gap.missing(), gap -> gap.surplus())
                .containsExactly(tuple("07", Soles.ZERO, soles(1)), tuple("18", soles(200_00), Soles.ZERO));
        assertThat(report.envelopes()).extracting(cover -> cover.covered()).containsExactly(soles(500_00));
        assertThat(report.agreements())
                .extracting(each -> each.title(), each -> each.covered(), each -> each.missing())
                .containsExactly(tuple("Canal", soles(150_00), soles(50_00)));
    }

    @Test
    void the_last_centimo_is_rounded_against_the_envelope_and_a_line_that_never_arrived_carries_nothing() {
        var report = Shortfall.of(
                lines(Map.of("18", 3L, "19", 5L)),
                lines(Map.of("18", 2L)),
                List.of(envelope(Map.of("18", soles(2), "19", soles(5), "08", soles(7)))),
                List.of(agreement("Todo", 1, 14, AgreementState.OPEN)));

        assertThat(report.envelopes().get(0).covered()).isEqualTo(soles(1 + 0 + 7));
        assertThat(report.agreements().get(0).missing()).isEqualTo(soles(6));
    }

    @Test
    @Tag("ANT-05")
    void own_taxes_of_499_in_ten_thousand_are_under_five_percent_and_the_rest_is_dependency() {
        var revenue = OwnRevenue.of(Map.of("08", soles(4_99), "18", soles(95_01)), Set.of("08", "09"))
                .orElseThrow();

        assertThat(revenue.ownShare()).hasToString("4.99");
        assertThat(revenue.dependency()).hasToString("95.01");
        assertThat(OwnRevenue.of(Map.of("08", Soles.ZERO), Set.of("08"))).isEmpty();
    }

    private static TreeMap<String, Soles> lines(Map<String, Long> centimos) {
        var lines = new TreeMap<String, Soles>();
        centimos.forEach((line, amount) -> lines.put(line, soles(amount)));
        return lines;
    }

    private static Envelope envelope(Map<String, Soles> lines) {
        var amount = lines.values().stream().reduce(Soles.ZERO, Soles::plus);
        return new Envelope(
                ENVELOPE, PROCESS, ENTITY, new FiscalYear(2017), "WHOLE", "AGENTS", amount, amount, Soles.ZERO, lines);
    }

    private static Agreement agreement(String title, long votes, long centimos, AgreementState state) {
        return new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                PROCESS,
                ENTITY,
                ENVELOPE,
                UUID.randomUUID(),
                title,
                votes,
                null,
                null,
                null,
                soles(centimos),
                soles(centimos),
                state,
                0,
                0,
                List.of());
    }

    private static Soles soles(long centimos) {
        return new Soles(centimos);
    }
}
