package pe.minka.registry.calendar;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.calendar.StepOrder.Fault;
import pe.minka.registry.regulation.Step;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class StepOrderTest {

    private final StepOrder order = new StepOrder(List.of(
            new Step("PREPARATION", "CALL", "Convocatoria"),
            new Step("PREPARATION", "TRAINING", "Capacitación"),
            new Step("CONCERTATION", "WORKSHOPS", "Talleres")));

    @Test
    @Tag("COY-51")
    void call_and_training_of_march_and_april_and_workshops_of_april_are_in_order() {
        assertThat(order.faults(List.of(
                        on("CALL", "2016-03-01", "2016-04-05"),
                        on("TRAINING", "2016-03-15", "2016-04-08"),
                        on("WORKSHOPS", "2016-04-09", "2016-04-30"))))
                .isEmpty();
    }

    @Test
    @Tag("COY-51")
    void workshops_on_the_last_day_of_training_are_out_of_order() {
        assertThat(order.faults(List.of(
                        on("CALL", "2016-03-01", "2016-04-05"),
                        on("TRAINING", "2016-03-15", "2016-04-08"),
                        on("WORKSHOPS", "2016-04-08", "2016-04-30"))))
                .containsExactly(new Fault.OutOfOrder(2, "WORKSHOPS", "TRAINING"));
    }

    @Test
    void training_may_begin_on_the_day_of_the_call_and_not_the_day_before() {
        assertThat(order.faults(
                        List.of(on("TRAINING", "2016-03-01", "2016-03-01"), on("CALL", "2016-03-01", "2016-04-05"))))
                .isEmpty();
        assertThat(order.faults(
                        List.of(on("TRAINING", "2016-02-29", "2016-03-01"), on("CALL", "2016-03-01", "2016-04-05"))))
                .containsExactly(new Fault.OutOfOrder(0, "TRAINING", "CALL"));
    }

    @Test
    void a_step_that_the_regulation_does_not_know_and_one_that_ends_before_it_begins_are_named() {
        assertThat(order.faults(
                        List.of(on("CARNIVAL", "2016-02-09", "2016-02-09"), on("CALL", "2016-04-05", "2016-03-01"))))
                .containsExactly(new Fault.UnknownStep(0, "CARNIVAL"), new Fault.EndsBeforeItBegins(1));
    }

    private static Activity on(String step, String from, String until) {
        return new Activity(step, LocalDate.parse(from), LocalDate.parse(until), null);
    }
}
