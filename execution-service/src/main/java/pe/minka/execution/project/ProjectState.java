package pe.minka.execution.project;

import pe.minka.execution.project.Step.Refused;
import pe.minka.execution.project.Step.Taken;

import java.time.LocalDate;

import static pe.minka.execution.project.Refusal.ACCOUNTS_NOT_SETTLED;
import static pe.minka.execution.project.Refusal.ACCOUNTS_SETTLED;
import static pe.minka.execution.project.Refusal.DATE_OUT_OF_ORDER;
import static pe.minka.execution.project.Refusal.PROJECT_CLOSED;
import static pe.minka.execution.project.Refusal.WORKS_ALREADY_STARTED;
import static pe.minka.execution.project.Refusal.WORKS_NOT_STARTED;
import static pe.minka.execution.project.Refusal.WORKS_NOT_SUSPENDED;
import static pe.minka.execution.project.Refusal.WORKS_SUSPENDED;

/**
 * Where a work stands: opened by an approved agreement, started, suspended and resumed any number of times, its
 * accounts settled, closed for good. Days never run backwards.
 */
public sealed interface ProjectState {

    /** The word for it in the contract: OPENED, STARTED, SUSPENDED, SETTLED, CLOSED. */
    String code();

    Step start(LocalDate on, LocalDate plannedEnd);

    Step suspend(LocalDate since);

    Step resume(LocalDate on);

    /** Settled accounts may be settled again, until the work is closed. */
    Step settle(LocalDate on);

    Step close(LocalDate on);

    /** When works were under way, and until when they should last. */
    record Works(LocalDate startedOn, LocalDate plannedEnd, LocalDate latest) {

        Works at(LocalDate day) {
            return new Works(startedOn, plannedEnd, day);
        }

        /** Whether a day lies before what has already happened. */
        boolean isPast(LocalDate day) {
            return day.isBefore(latest);
        }
    }

    /** Agreed and approved; no work has begun. */
    record Opened() implements ProjectState {

        @Override
        public String code() {
            return "OPENED";
        }

        @Override
        public Step start(LocalDate on, LocalDate plannedEnd) {
            return plannedEnd.isBefore(on)
                    ? new Refused(DATE_OUT_OF_ORDER)
                    : new Taken(new Started(new Works(on, plannedEnd, on)));
        }

        @Override
        public Step suspend(LocalDate since) {
            return new Refused(WORKS_NOT_STARTED);
        }

        @Override
        public Step resume(LocalDate on) {
            return new Refused(WORKS_NOT_STARTED);
        }

        @Override
        public Step settle(LocalDate on) {
            return new Refused(WORKS_NOT_STARTED);
        }

        @Override
        public Step close(LocalDate on) {
            return new Refused(ACCOUNTS_NOT_SETTLED);
        }
    }

    /** Under way. */
    record Started(Works works) implements ProjectState {

        @Override
        public String code() {
            return "STARTED";
        }

        @Override
        public Step start(LocalDate on, LocalDate plannedEnd) {
            return new Refused(WORKS_ALREADY_STARTED);
        }

        @Override
        public Step suspend(LocalDate since) {
            return works.isPast(since)
                    ? new Refused(DATE_OUT_OF_ORDER)
                    : new Taken(new Suspended(works.at(since), since));
        }

        @Override
        public Step resume(LocalDate on) {
            return new Refused(WORKS_NOT_SUSPENDED);
        }

        @Override
        public Step settle(LocalDate on) {
            return works.isPast(on) ? new Refused(DATE_OUT_OF_ORDER) : new Taken(new Settled(works, on));
        }

        @Override
        public Step close(LocalDate on) {
            return new Refused(ACCOUNTS_NOT_SETTLED);
        }
    }

    /** Standing still for a stated cause. */
    record Suspended(Works works, LocalDate since) implements ProjectState {

        @Override
        public String code() {
            return "SUSPENDED";
        }

        @Override
        public Step start(LocalDate on, LocalDate plannedEnd) {
            return new Refused(WORKS_ALREADY_STARTED);
        }

        @Override
        public Step suspend(LocalDate again) {
            return new Refused(WORKS_SUSPENDED);
        }

        @Override
        public Step resume(LocalDate on) {
            return on.isBefore(since) ? new Refused(DATE_OUT_OF_ORDER) : new Taken(new Started(works.at(on)));
        }

        @Override
        public Step settle(LocalDate on) {
            return new Refused(WORKS_SUSPENDED);
        }

        @Override
        public Step close(LocalDate on) {
            return new Refused(ACCOUNTS_NOT_SETTLED);
        }
    }

    /** Done and accounted for. */
    record Settled(Works works, LocalDate settledOn) implements ProjectState {

        @Override
        public String code() {
            return "SETTLED";
        }

        @Override
        public Step start(LocalDate on, LocalDate plannedEnd) {
            return new Refused(ACCOUNTS_SETTLED);
        }

        @Override
        public Step suspend(LocalDate since) {
            return new Refused(ACCOUNTS_SETTLED);
        }

        @Override
        public Step resume(LocalDate on) {
            return new Refused(ACCOUNTS_SETTLED);
        }

        @Override
        public Step settle(LocalDate on) {
            return works.isPast(on) ? new Refused(DATE_OUT_OF_ORDER) : new Taken(new Settled(works, on));
        }

        @Override
        public Step close(LocalDate on) {
            return on.isBefore(settledOn) ? new Refused(DATE_OUT_OF_ORDER) : new Taken(new Closed(this, on));
        }
    }

    /** Handed over; nothing changes any more. */
    record Closed(Settled accounts, LocalDate closedOn) implements ProjectState {

        @Override
        public String code() {
            return "CLOSED";
        }

        @Override
        public Step start(LocalDate on, LocalDate plannedEnd) {
            return new Refused(PROJECT_CLOSED);
        }

        @Override
        public Step suspend(LocalDate since) {
            return new Refused(PROJECT_CLOSED);
        }

        @Override
        public Step resume(LocalDate on) {
            return new Refused(PROJECT_CLOSED);
        }

        @Override
        public Step settle(LocalDate on) {
            return new Refused(PROJECT_CLOSED);
        }

        @Override
        public Step close(LocalDate on) {
            return new Refused(PROJECT_CLOSED);
        }
    }
}
