package pe.minka.execution.ledger;

import org.junit.jupiter.api.Test;
import pe.minka.execution.ledger.EntryDecision.Admitted;
import pe.minka.execution.ledger.EntryDecision.Refused;
import pe.minka.execution.project.BudgetTotals;
import pe.minka.platform.core.Soles;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static pe.minka.execution.ledger.Flag.OVER_AGREED_AMOUNT;
import static pe.minka.execution.ledger.Flag.OVER_EARLIER_PHASE;
import static pe.minka.execution.project.BudgetPhase.ACCRUED;
import static pe.minka.execution.project.BudgetPhase.CERTIFIED;
import static pe.minka.execution.project.BudgetPhase.COMMITTED;
import static pe.minka.execution.project.BudgetPhase.DISBURSED;

class LedgerTest {

    private static final Soles ONE_CENTIMO = new Soles(1);

    private final Ledger empty = new Ledger(soles("1000.00"), BudgetTotals.NONE);
    private final Ledger half = new Ledger(
            soles("1000.00"), new BudgetTotals(soles("500.00"), soles("400.00"), soles("300.00"), soles("200.00")));

    @Test
    void all_that_was_agreed_may_be_certified_and_not_one_centimo_more() {
        assertThat(empty.admit(CERTIFIED, soles("1000.00"), Origin.OWN)).isInstanceOf(Admitted.class);
        assertThat(empty.admit(CERTIFIED, soles("1000.01"), Origin.OWN))
                .isEqualTo(new Refused(OVER_AGREED_AMOUNT, soles("1000.00")));
    }

    @Test
    void money_is_committed_up_to_what_is_certified() {
        assertThat(half.admit(COMMITTED, soles("100.00"), Origin.OWN)).isInstanceOf(Admitted.class);
        assertThat(half.admit(COMMITTED, soles("100.01"), Origin.OWN))
                .isEqualTo(new Refused(OVER_EARLIER_PHASE, soles("100.00")));
    }

    @Test
    void money_accrues_up_to_what_is_committed_and_is_disbursed_up_to_what_accrued() {
        assertThat(half.admit(ACCRUED, soles("100.00"), Origin.OWN)).isInstanceOf(Admitted.class);
        assertThat(half.admit(ACCRUED, soles("100.01"), Origin.OWN))
                .isEqualTo(new Refused(OVER_EARLIER_PHASE, soles("100.00")));
        assertThat(half.admit(DISBURSED, soles("100.01"), Origin.OWN))
                .isEqualTo(new Refused(OVER_EARLIER_PHASE, soles("100.00")));
    }

    @Test
    void an_entry_over_the_agreed_amount_is_told_as_that_whatever_its_phase() {
        assertThat(empty.admit(ACCRUED, soles("1000.01"), Origin.OWN))
                .isEqualTo(new Refused(OVER_AGREED_AMOUNT, soles("1000.00")));
    }

    @Test
    void once_less_is_agreed_nothing_more_is_certified() {
        var cut = new Ledger(soles("400.00"), half.totals());

        assertThat(cut.admit(CERTIFIED, ONE_CENTIMO, Origin.OWN))
                .isEqualTo(new Refused(OVER_AGREED_AMOUNT, Soles.ZERO));
        assertThat(cut.admit(COMMITTED, ONE_CENTIMO, Origin.OWN))
                .isEqualTo(new Refused(OVER_AGREED_AMOUNT, Soles.ZERO));
    }

    @Test
    void an_imported_entry_is_admitted_with_the_flags_of_what_it_breaks() {
        var admitted = (Admitted) empty.admit(DISBURSED, soles("1000.01"), Origin.IMPORTED);

        assertThat(admitted.flags()).containsExactly(OVER_AGREED_AMOUNT, OVER_EARLIER_PHASE);
        assertThat(admitted.totals().disbursed()).isEqualTo(soles("1000.01"));
    }

    @Test
    void whatever_is_offered_in_whatever_order_own_entries_keep_the_order_of_the_phases() {
        var random = new Random(2016);
        var phases = pe.minka.execution.project.BudgetPhase.values();
        var ledger = empty;
        for (int i = 0; i < 10_000; i++) {
            var offered = new Soles(1 + random.nextInt(5_000));
            var decision = ledger.admit(phases[random.nextInt(phases.length)], offered, Origin.OWN);
            if (decision instanceof Admitted admitted) {
                ledger = new Ledger(ledger.agreed(), admitted.totals());
            }
            var totals = ledger.totals();
            assertThat(totals.certified()).isLessThanOrEqualTo(ledger.agreed());
            assertThat(totals.committed()).isLessThanOrEqualTo(totals.certified());
            assertThat(totals.accrued()).isLessThanOrEqualTo(totals.committed());
            assertThat(totals.disbursed()).isLessThanOrEqualTo(totals.accrued());
        }
    }

    private static Soles soles(String amount) {
        return Soles.of(amount);
    }
}
