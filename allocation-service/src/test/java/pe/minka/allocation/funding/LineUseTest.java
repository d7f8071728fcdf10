package pe.minka.allocation.funding;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.funding.LineUse.Answer;
import pe.minka.allocation.funding.LineUse.Outcome;
import pe.minka.allocation.funding.LineUse.SpendingClass;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.Soles;

import static org.assertj.core.api.Assertions.assertThat;

class LineUseTest {

    private static final Soles LINE = Soles.of("1000.00");
    private static final String CANON = "Ley 27506 art. 6.2";
    private static final String FONCOMUN = "DLeg 776 art. 89";

    @Test
    @Tag("ANT-06")
    void training_charged_to_the_canon_is_refused_with_the_article() {
        var training = new LineUse(Answer.REFUSED, SpendingClass.CURRENT, null, null, CANON);

        assertThat(judge(training, "0.01", "0.00")).isEqualTo(new Outcome.Refused(CANON));
    }

    @Test
    void maintenance_may_take_a_fifth_of_the_canon_and_not_one_centimo_more() {
        var maintenance = new LineUse(Answer.UP_TO, SpendingClass.CURRENT, Percent.of("20"), null, "Ley 32185");

        assertThat(judge(maintenance, "100.00", "100.00")).isInstanceOf(Outcome.Allowed.class);
        assertThat(judge(maintenance, "100.01", "100.00"))
                .isEqualTo(new Outcome.OverShare(Soles.of("200.00"), Soles.of("100.00"), "Ley 32185"));
    }

    @Test
    @Tag("ANT-07")
    void the_municipal_fund_pays_operation_and_investment_within_the_council_s_percentages() {
        var seventy = Percent.of("70");
        var investment = new LineUse(Answer.COUNCIL, SpendingClass.INVESTMENT, null, seventy, FONCOMUN);
        var operation = new LineUse(Answer.COUNCIL, SpendingClass.CURRENT, null, seventy, FONCOMUN);

        assertThat(judge(investment, "700.00", "0.00")).isInstanceOf(Outcome.Allowed.class);
        assertThat(judge(investment, "700.01", "0.00")).isInstanceOf(Outcome.OverShare.class);
        assertThat(judge(operation, "300.00", "0.00")).isInstanceOf(Outcome.Allowed.class);
        assertThat(judge(operation, "300.01", "0.00")).isInstanceOf(Outcome.OverShare.class);
    }

    @Test
    void before_the_council_has_split_the_line_nothing_is_charged_to_it() {
        assertThat(judge(new LineUse(Answer.COUNCIL, SpendingClass.CURRENT, null, null, FONCOMUN), "1.00", "0.00"))
                .isEqualTo(new Outcome.CouncilMissing(FONCOMUN));
    }

    @Test
    void a_line_gives_no_more_than_it_has() {
        var free = new LineUse(Answer.ALLOWED, SpendingClass.INVESTMENT, null, null, CANON);

        assertThat(judge(free, "0.01", "1000.00")).isEqualTo(new Outcome.OverLine(Soles.ZERO));
        assertThat(judge(free, "0.01", "999.99")).isEqualTo(new Outcome.Allowed(CANON));
    }

    private static Outcome judge(LineUse rule, String amount, String already) {
        var charged = Soles.of(already);
        return rule.judge(Soles.of(amount), LINE, charged, charged, charged);
    }
}
