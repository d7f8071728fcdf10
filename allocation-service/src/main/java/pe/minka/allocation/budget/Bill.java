package pe.minka.allocation.budget;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.FiscalYear;

import java.time.LocalDate;
import java.util.List;

/**
 * The budget of a year on its way: proposed by the executive, amended and approved by the council, sent to the ministry,
 * before Congress, enacted; carried out in the year after.
 *
 * @param texts the proposal and what amended it
 * @param steps taken, in their order
 * @param order of all steps
 */
record Bill(FiscalYear year, List<Text> texts, List<Step> steps, List<StepRule> order) {

    record Text(int sequence, LocalDate decidedOn) {}

    record Step(String step, LocalDate decidedOn) {}

    /** @param dueOn absent where no norm fixes a day */
    record StepRule(String step, @Nullable LocalDate dueOn, String law) {

        boolean isMissedOn(LocalDate day) {
            return dueOn != null && day.isAfter(dueOn);
        }
    }

    /** What came of moving a budget on. A refusal wrote nothing. */
    sealed interface Outcome {

        /** @param late whether it came after the day that a norm fixes */
        record Admitted(boolean late) implements Outcome {}

        /** @param missing the step that must come before, or none where all are taken */
        record OutOfOrder(String missing) implements Outcome {}

        record AlreadyTaken() implements Outcome {}

        record DatedBefore(LocalDate earliest) implements Outcome {}

        /** What is approved is no longer amended. */
        record Closed(String state) implements Outcome {}
    }

    /** PROPOSED, AMENDED, or the last step taken. */
    String state() {
        if (!steps.isEmpty()) {
            return steps.get(steps.size() - 1).step();
        }
        return texts.size() > 1 ? "AMENDED" : "PROPOSED";
    }

    Outcome amend(LocalDate decidedOn) {
        if (!steps.isEmpty()) {
            return new Outcome.Closed(state());
        }
        return decidedOn.isBefore(newest()) ? new Outcome.DatedBefore(newest()) : new Outcome.Admitted(false);
    }

    /** Decides on a step and changes nothing. A late one is taken and marked: it happened. */
    Outcome take(String step, LocalDate decidedOn) {
        if (steps.stream().anyMatch(taken -> taken.step().equals(step))) {
            return new Outcome.AlreadyTaken();
        }
        var next = order.get(steps.size());
        if (!next.step().equals(step)) {
            return new Outcome.OutOfOrder(next.step());
        }
        return decidedOn.isBefore(newest())
                ? new Outcome.DatedBefore(newest())
                : new Outcome.Admitted(next.isMissedOn(decidedOn));
    }

    private LocalDate newest() {
        return steps.isEmpty()
                ? texts.get(texts.size() - 1).decidedOn()
                : steps.get(steps.size() - 1).decidedOn();
    }
}
