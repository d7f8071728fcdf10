package pe.minka.transparency.agreement;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.Told;
import pe.minka.transparency.agreement.Spending.Naming;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.FactSet;

import static org.assertj.core.api.Assertions.assertThat;

class SpendingTest {

    private static Naming naming(FactSet facts) {
        var spending = Spending.of(facts);
        return spending.naming(spending.all().get(0));
    }

    @Test
    void money_for_an_agreed_work_is_named_once_the_act_is_heard_of() {
        assertThat(naming(new Told().and(ExpenditureRecorded.class).facts())).isEqualTo(Naming.NOT_YET_KNOWN);
        assertThat(naming(new Told()
                        .and(ExpenditureRecorded.class, AgreementsActSigned.class)
                        .facts()))
                .isEqualTo(Naming.NAMED);
    }

    @Test
    @Tag("OCO-21")
    void money_for_a_work_without_project_and_agreement_is_not_named_by_any() {
        var facts = new Told()
                .and(AgreementsActSigned.class)
                .and(ExpenditureRecorded.class, event -> {
                    event.putNull("project");
                    event.putNull("agreement");
                    event.put("workName", "Plaza con esculturas");
                })
                .facts();

        assertThat(naming(facts)).isEqualTo(Naming.NOT_NAMED);
        assertThat(Spending.of(facts).notNamed()).singleElement().satisfies(work -> {
            assertThat(work.work()).isEqualTo("Plaza con esculturas");
            assertThat(work.spent()).isEqualTo(Soles.of("125000.00"));
        });
    }

    @Test
    void of_a_project_that_is_not_yet_heard_of_nothing_is_concluded() {
        var told = new Told()
                .and(AgreementsActSigned.class)
                .and(ExpenditureRecorded.class, event -> event.putNull("agreement"));

        assertThat(naming(told.facts())).isEqualTo(Naming.NOT_YET_KNOWN);
        assertThat(naming(told.and(ProjectOpened.class).facts())).isEqualTo(Naming.NAMED);
    }

    @Test
    void the_number_of_a_natural_person_is_not_kept() {
        var facts = new Told()
                .and(ExpenditureRecorded.class, event -> event.put("payee", "10178011463"))
                .facts();

        assertThat(Spending.of(facts).all().get(0).payee()).isNull();
    }
}
