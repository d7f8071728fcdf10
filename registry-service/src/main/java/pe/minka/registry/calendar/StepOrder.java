package pe.minka.registry.calendar;

import org.jspecify.annotations.Nullable;
import pe.minka.registry.regulation.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order that a regulation gives the steps of its process. Within a phase a step may begin while the one before still
 * goes on, and not before it; a phase begins when all steps of the one before have ended, since phases close in order.
 *
 * @law DS 142-2009-EF arts. 4 to 8: the phases and their order
 */
record StepOrder(List<Step> steps) {

    /** What is wrong with one activity. */
    sealed interface Fault {

        /** Which activity, counted from 0. */
        int position();

        record UnknownStep(int position, String step) implements Fault {}

        record EndsBeforeItBegins(int position) implements Fault {}

        /** @param earlier the step that must have begun, or in an earlier phase ended */
        record OutOfOrder(int position, String step, String earlier) implements Fault {}
    }

    /** All that is wrong, in the order of the activities; one step may take place several times. */
    List<Fault> faults(List<Activity> activities) {
        var ranks = IntStream.range(0, steps.size())
                .boxed()
                .collect(Collectors.toMap(rank -> steps.get(rank).step(), rank -> rank, (first, again) -> first));
        var faults = new ArrayList<Fault>();
        for (int position = 0; position < activities.size(); position++) {
            var fault = faultOf(position, activities, ranks);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private @Nullable Fault faultOf(int position, List<Activity> activities, Map<String, Integer> ranks) {
        var activity = activities.get(position);
        var rank = ranks.get(activity.step());
        if (rank == null) {
            return new Fault.UnknownStep(position, activity.step());
        }
        if (activity.endsOn().isBefore(activity.startsOn())) {
            return new Fault.EndsBeforeItBegins(position);
        }
        for (int earlier = 0; earlier < rank; earlier++) {
            var before = steps.get(earlier);
            var days = activities.stream()
                    .filter(other -> other.step().equals(before.step()))
                    .toList();
            boolean samePhase = before.phase().equals(steps.get(rank).phase());
            boolean inOrder = samePhase
                    ? days.isEmpty()
                            || days.stream().anyMatch(day -> !day.startsOn().isAfter(activity.startsOn()))
                    : days.stream().allMatch(day -> day.endsOn().isBefore(activity.startsOn()));
            if (!inOrder) {
                return new Fault.OutOfOrder(position, activity.step(), before.step());
            }
        }
        return null;
    }
}
