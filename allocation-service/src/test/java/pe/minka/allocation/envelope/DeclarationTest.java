package pe.minka.allocation.envelope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.envelope.Declaration.FundedLine;
import pe.minka.allocation.envelope.Declaration.Line;
import pe.minka.allocation.envelope.Declaration.Outcome;
import pe.minka.allocation.envelope.Declaration.Outcome.Admitted;
import pe.minka.allocation.envelope.Declaration.Outcome.BelowOrdinance;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.Purse;
import pe.minka.allocation.process.Regulation.Share;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DeclarationTest {

    private static final Set<String> LINES = Set.of("00", "07", "18");
    private static final String DECREE = "Decreto de alcaldía de junio de 2001";
    private static final Regulation THIRTY_FIVE = regulation("35", true, List.of());

    @Test
    @Tag("VES-09")
    void an_envelope_of_one_line_takes_what_the_share_gives() {
        var outcome = declaration("5714285.71", line("18", null)).judge(THIRTY_FIVE, LINES);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Admitted.class,
                        admitted -> assertThat(admitted.amount()).isEqualTo(Soles.of("2000000.00")));
    }

    @Test
    @Tag("VES-24")
    void an_envelope_one_centimo_below_the_ordinance_is_refused_with_the_article() {
        var outcome = declaration("5714285.71", line("18", "1999999.99")).judge(THIRTY_FIVE, LINES);

        assertThat(outcome).isInstanceOfSatisfying(BelowOrdinance.class, below -> {
            assertThat(below.least()).isEqualTo(Soles.of("2000000.00"));
            assertThat(below.law()).isEqualTo(DECREE);
        });
    }

    @Test
    @Tag("VES-24")
    void an_envelope_of_exactly_the_share_is_admitted() {
        assertThat(declaration("5714285.71", line("18", "2000000.00")).judge(THIRTY_FIVE, LINES))
                .isInstanceOf(Admitted.class);
    }

    @Test
    @Tag("COY-63")
    void where_all_is_decided_together_one_centimo_kept_back_is_refused() {
        var all = regulation("100", true, List.of());

        assertThat(declaration("9500000.00", line("18", "7000000.00"), line("07", "2499999.99"))
                        .judge(all, LINES))
                .isInstanceOf(BelowOrdinance.class);
        assertThat(declaration("9500000.00", line("18", "7000000.00"), line("07", "2500000.00"))
                        .judge(all, LINES))
                .isInstanceOfSatisfying(
                        Admitted.class,
                        admitted -> assertThat(admitted.lines())
                                .containsExactly(
                                        new FundedLine("18", Soles.of("7000000.00")),
                                        new FundedLine("07", Soles.of("2500000.00"))));
    }

    @Test
    @Tag("SJM-03")
    void an_announced_share_that_the_amounts_do_not_give_is_shown_as_a_mismatch() {
        var flagging = regulation("30", false, List.of());
        var declaration = new Declaration(
                new FiscalYear(2004),
                null,
                Soles.of("5793100.00"),
                List.of(line("07", "1680000.00")),
                Percent.of("30"));

        assertThat(declaration.judge(flagging, LINES)).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.finding().mismatch()).isTrue();
            assertThat(admitted.finding().low()).isTrue();
            assertThat(admitted.finding().computed()).isEqualTo(Percent.of("29"));
        });
    }

    @Test
    void a_share_announced_with_two_decimals_is_no_mismatch() {
        var none = regulation(null, false, List.of());
        var declaration = new Declaration(
                new FiscalYear(2017), null, Soles.of("3.00"), List.of(line("18", "1.00")), Percent.of("33.33"));

        assertThat(declaration.judge(none, LINES))
                .isInstanceOfSatisfying(
                        Admitted.class,
                        admitted -> assertThat(admitted.finding().mismatch()).isFalse());
    }

    @Test
    @Tag("SJM-04")
    void each_separate_envelope_names_who_decides_and_the_council_s_own_owes_no_share() {
        var purses = List.of(
                new Purse("SECTIONS", null, "SECTION_ASSEMBLIES", null, null),
                new Purse("DISTRICT_WIDE", null, "COUNCIL", null, null));
        var regulation = regulation("30", true, purses);
        var council = new Declaration(
                new FiscalYear(2004), "DISTRICT_WIDE", Soles.of("100.00"), List.of(line("07", "1.00")), null);
        var unnamed =
                new Declaration(new FiscalYear(2004), null, Soles.of("100.00"), List.of(line("07", "30.00")), null);

        assertThat(council.judge(regulation, LINES))
                .isInstanceOfSatisfying(
                        Admitted.class,
                        admitted -> assertThat(admitted.decidedBy()).isEqualTo("COUNCIL"));
        assertThat(unnamed.judge(regulation, LINES))
                .isEqualTo(new Outcome.UnknownPurse(List.of("SECTIONS", "DISTRICT_WIDE")));
    }

    @Test
    @Tag("ANT-04")
    void a_line_that_is_not_in_the_national_classifier_is_refused() {
        assertThat(declaration("10.00", line("18", "5.00"), line("99", "5.00")).judge(THIRTY_FIVE, LINES))
                .isEqualTo(new Outcome.UnknownLine(1, "99"));
    }

    @Test
    void a_line_is_given_once_and_with_its_amount() {
        assertThat(declaration("10.00", line("18", "5.00"), line("18", "5.00")).judge(THIRTY_FIVE, LINES))
                .isEqualTo(new Outcome.RepeatedLine(1, "18"));
        assertThat(declaration("10.00", line("18", "5.00"), line("07", null)).judge(THIRTY_FIVE, LINES))
                .isEqualTo(new Outcome.AmountMissing(1, "07"));
    }

    @Test
    void a_budget_of_zero_and_an_envelope_of_zero_are_refused() {
        assertThat(declaration("0.00", line("18", "0.00")).judge(THIRTY_FIVE, LINES))
                .isEqualTo(new Outcome.NoMoney());
        assertThat(declaration("10.00", line("18", "0.00")).judge(regulation(null, false, List.of()), LINES))
                .isEqualTo(new Outcome.NoMoney());
    }

    @Test
    void an_envelope_one_centimo_over_the_investment_budget_is_refused() {
        assertThat(declaration("10.00", line("18", "10.01")).judge(THIRTY_FIVE, LINES))
                .isEqualTo(new Outcome.OverBudget(Soles.of("10.01")));
    }

    private static Declaration declaration(String investmentBudget, Line... lines) {
        return new Declaration(new FiscalYear(2017), null, Soles.of(investmentBudget), List.of(lines), null);
    }

    private static Line line(String code, @org.jspecify.annotations.Nullable String amount) {
        return new Line(code, amount == null ? null : Soles.of(amount));
    }

    private static Regulation regulation(
            @org.jspecify.annotations.Nullable String percent, boolean lowerRefused, List<Purse> purses) {
        return new Regulation(
                "villa-el-salvador-2001",
                1,
                new Share(percent == null ? null : Percent.of(percent), lowerRefused, null, null, DECREE),
                null,
                null,
                purses,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
