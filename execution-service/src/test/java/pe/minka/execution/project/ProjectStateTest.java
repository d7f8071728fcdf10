package pe.minka.execution.project;

import org.junit.jupiter.api.Test;
import pe.minka.execution.project.ProjectState.Closed;
import pe.minka.execution.project.ProjectState.Opened;
import pe.minka.execution.project.ProjectState.Settled;
import pe.minka.execution.project.ProjectState.Started;
import pe.minka.execution.project.ProjectState.Suspended;
import pe.minka.execution.project.Step.Refused;
import pe.minka.execution.project.Step.Taken;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static pe.minka.execution.project.Refusal.ACCOUNTS_NOT_SETTLED;
import static pe.minka.execution.project.Refusal.ACCOUNTS_SETTLED;
import static pe.minka.execution.project.Refusal.DATE_OUT_OF_ORDER;
import static pe.minka.execution.project.Refusal.PROJECT_CLOSED;
import static pe.minka.execution.project.Refusal.WORKS_ALREADY_STARTED;
import static pe.minka.execution.project.Refusal.WORKS_NOT_STARTED;
import static pe.minka.execution.project.Refusal.WORKS_NOT_SUSPENDED;
import static pe.minka.execution.project.Refusal.WORKS_SUSPENDED;

class ProjectStateTest {

    private static final LocalDate START = LocalDate.of(2016, 6, 10);
    private static final LocalDate PLANNED_END = LocalDate.of(2016, 12, 15);
    private static final LocalDate STOP = LocalDate.of(2016, 11, 20);
    private static final LocalDate GO_ON = LocalDate.of(2017, 2, 20);
    private static final LocalDate ACCOUNTS = LocalDate.of(2017, 6, 30);

    private final ProjectState opened = new Opened();
    private final ProjectState started = next(opened.start(START, PLANNED_END));
    private final ProjectState suspended = next(started.suspend(STOP));
    private final ProjectState resumed = next(suspended.resume(GO_ON));
    private final ProjectState settled = next(resumed.settle(ACCOUNTS));
    private final ProjectState closed = next(settled.close(ACCOUNTS));

    @Test
    void a_work_goes_from_opened_through_started_suspended_and_settled_to_closed() {
        assertThat(started).isInstanceOf(Started.class);
        assertThat(suspended).isInstanceOf(Suspended.class);
        assertThat(resumed).isInstanceOf(Started.class);
        assertThat(settled).isInstanceOf(Settled.class);
        assertThat(closed).isInstanceOf(Closed.class);
    }

    @Test
    void a_work_that_has_not_begun_can_only_begin() {
        assertThat(opened.suspend(STOP)).isEqualTo(new Refused(WORKS_NOT_STARTED));
        assertThat(opened.resume(GO_ON)).isEqualTo(new Refused(WORKS_NOT_STARTED));
        assertThat(opened.settle(ACCOUNTS)).isEqualTo(new Refused(WORKS_NOT_STARTED));
        assertThat(opened.close(ACCOUNTS)).isEqualTo(new Refused(ACCOUNTS_NOT_SETTLED));
    }

    @Test
    void works_end_on_the_day_they_begin_at_the_earliest() {
        assertThat(opened.start(START, START)).isInstanceOf(Taken.class);
        assertThat(opened.start(START, START.minusDays(1))).isEqualTo(new Refused(DATE_OUT_OF_ORDER));
    }

    @Test
    void works_begin_once() {
        assertThat(started.start(START, PLANNED_END)).isEqualTo(new Refused(WORKS_ALREADY_STARTED));
        assertThat(suspended.start(START, PLANNED_END)).isEqualTo(new Refused(WORKS_ALREADY_STARTED));
        assertThat(settled.start(START, PLANNED_END)).isEqualTo(new Refused(ACCOUNTS_SETTLED));
    }

    @Test
    void works_do_not_stop_before_they_began_nor_before_they_last_went_on() {
        assertThat(started.suspend(START)).isInstanceOf(Taken.class);
        assertThat(started.suspend(START.minusDays(1))).isEqualTo(new Refused(DATE_OUT_OF_ORDER));
        assertThat(resumed.suspend(GO_ON)).isInstanceOf(Taken.class);
        assertThat(resumed.suspend(GO_ON.minusDays(1))).isEqualTo(new Refused(DATE_OUT_OF_ORDER));
    }

    @Test
    void works_that_stand_still_neither_stop_again_nor_settle_their_accounts() {
        assertThat(suspended.suspend(STOP)).isEqualTo(new Refused(WORKS_SUSPENDED));
        assertThat(suspended.settle(ACCOUNTS)).isEqualTo(new Refused(WORKS_SUSPENDED));
        assertThat(suspended.close(ACCOUNTS)).isEqualTo(new Refused(ACCOUNTS_NOT_SETTLED));
    }

    @Test
    void works_go_on_on_the_day_they_stopped_at_the_earliest() {
        assertThat(suspended.resume(STOP)).isInstanceOf(Taken.class);
        assertThat(suspended.resume(STOP.minusDays(1))).isEqualTo(new Refused(DATE_OUT_OF_ORDER));
        assertThat(started.resume(GO_ON)).isEqualTo(new Refused(WORKS_NOT_SUSPENDED));
    }

    @Test
    void accounts_are_settled_again_until_the_work_is_closed() {
        assertThat(settled.settle(ACCOUNTS.plusDays(1))).isInstanceOf(Taken.class);
        assertThat(settled.suspend(ACCOUNTS)).isEqualTo(new Refused(ACCOUNTS_SETTLED));
        assertThat(closed.settle(ACCOUNTS)).isEqualTo(new Refused(PROJECT_CLOSED));
    }

    @Test
    void a_work_is_not_closed_before_its_accounts_were_settled() {
        assertThat(started.close(ACCOUNTS)).isEqualTo(new Refused(ACCOUNTS_NOT_SETTLED));
        assertThat(settled.close(ACCOUNTS.minusDays(1))).isEqualTo(new Refused(DATE_OUT_OF_ORDER));
    }

    @Test
    void nothing_changes_a_closed_work() {
        assertThat(closed.start(START, PLANNED_END)).isEqualTo(new Refused(PROJECT_CLOSED));
        assertThat(closed.suspend(STOP)).isEqualTo(new Refused(PROJECT_CLOSED));
        assertThat(closed.resume(GO_ON)).isEqualTo(new Refused(PROJECT_CLOSED));
        assertThat(closed.close(ACCOUNTS)).isEqualTo(new Refused(PROJECT_CLOSED));
    }

    private static ProjectState next(Step step) {
        return ((Taken) step).next();
    }
}
