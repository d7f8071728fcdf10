package pe.minka.transparency.agreement;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.Told;
import pe.minka.transparency.agreement.Agreement.State;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.AllocationFact.ModificationRecorded;
import pe.minka.transparency.fact.ExecutionFact.AccountsSettled;
import pe.minka.transparency.fact.ExecutionFact.ContributionDelivered;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.ExecutionFact.ProgressReported;
import pe.minka.transparency.fact.ExecutionFact.ProjectClosed;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.ExecutionFact.WorksResumed;
import pe.minka.transparency.fact.ExecutionFact.WorksStarted;
import pe.minka.transparency.fact.ExecutionFact.WorksSuspended;
import pe.minka.transparency.fact.FactSet;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementsTest {

    private static Agreement only(FactSet facts) {
        var agreements = Agreements.of(facts);
        assertThat(agreements).hasSize(1);
        return agreements.get(0);
    }

    private static State state(Told told) {
        return only(told.facts()).state();
    }

    @Test
    void an_agreement_goes_from_the_act_to_the_closed_work() {
        var told = new Told().and(AgreementsActSigned.class);
        assertThat(state(told)).isEqualTo(State.AGREED);
        assertThat(state(told.and(ApprovalRecorded.class))).isEqualTo(State.APPROVED);
        assertThat(state(told.and(ProjectOpened.class))).isEqualTo(State.OPENED);
        assertThat(state(told.and(WorksStarted.class))).isEqualTo(State.WORKS);
        assertThat(state(told.and(WorksSuspended.class))).isEqualTo(State.SUSPENDED);
        assertThat(state(told.and(WorksResumed.class))).isEqualTo(State.WORKS);
        assertThat(state(told.and(AccountsSettled.class))).isEqualTo(State.SETTLED);
        assertThat(state(told.and(ProjectClosed.class))).isEqualTo(State.CLOSED);
    }

    @Test
    void money_spent_labour_and_progress_stand_beside_the_votes() {
        var agreement = only(new Told()
                .and(AgreementsActSigned.class, ProjectOpened.class, ExpenditureRecorded.class)
                .and(ContributionDelivered.class, ProgressReported.class)
                .facts());

        assertThat(agreement.votes()).isEqualTo(214);
        assertThat(agreement.agreed()).isEqualTo(Soles.of("480000.00"));
        assertThat(agreement.spent()).isEqualTo(Soles.of("125000.00"));
        assertThat(agreement.spentPercent()).hasToString("26.0");
        assertThat(agreement.contributed()).isEqualTo(Soles.of("6000.00"));
        assertThat(agreement.physicalPercent()).isEqualByComparingTo("45.5");
    }

    @Test
    void a_modification_changes_what_is_agreed_now_and_never_what_was_signed() {
        var agreement = only(new Told()
                .and(AgreementsActSigned.class, ModificationRecorded.class)
                .facts());

        assertThat(agreement.agreed()).isEqualTo(Soles.of("480000.00"));
        assertThat(agreement.agreedNow()).isEqualTo(Soles.of("450000.00"));
    }

    @Test
    void what_was_accrued_and_then_paid_is_spent_once() {
        var agreement = only(new Told()
                .and(AgreementsActSigned.class, ExpenditureRecorded.class)
                .and(
                        ExpenditureRecorded.class,
                        paid -> paid.put("expenditure", "00000000-0000-4000-8000-000000000001")
                                .put("phase", "PAID"))
                .facts());

        assertThat(agreement.spent()).isEqualTo(Soles.of("125000.00"));
    }

    @Test
    void the_newest_progress_counts_in_whatever_order_reports_arrive() {
        var told = new Told()
                .and(AgreementsActSigned.class, ProjectOpened.class, ProgressReported.class)
                .and(
                        ProgressReported.class,
                        later -> later.put("report", "00000000-0000-4000-8000-000000000002")
                                .put("physicalPercent", "80.00"));

        for (long seed = 0; seed < 20; seed++) {
            assertThat(only(told.shuffled(seed)).physicalPercent()).isEqualByComparingTo("80");
        }
    }
}
