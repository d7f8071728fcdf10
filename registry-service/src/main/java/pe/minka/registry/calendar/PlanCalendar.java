package pe.minka.registry.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.calendar.StepOrder.Fault;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Puts the steps of a process on days, in the order of its regulation. */
@ApplicationScoped
public class PlanCalendar {

    private static final TypeReference<List<Activity>> ACTIVITIES = new TypeReference<>() {};

    private final EntityManager database;
    private final Processes processes;
    private final Documents documents;
    private final Clock clock;

    PlanCalendar(EntityManager database, Processes processes, Documents documents, Clock clock) {
        this.database = database;
        this.processes = processes;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The days of a process.
     *
     * @param version 0 where nothing was planned yet
     */
    record Planned(List<Activity> activities, long version) {}

    /** @param ifMatch the version that was read; not asked for the first calendar */
    @Transactional
    Planned plan(CalledProcess process, List<Activity> activities, @Nullable String ifMatch) {
        processes.getForChange(process.id());
        refuseFaulty(new StepOrder(process.regulation().steps()).faults(activities));
        var inOrder = activities.stream()
                .sorted(Comparator.comparing(Activity::startsOn).thenComparing(Activity::endsOn))
                .toList();
        var known = find(process.id());
        if (known.isPresent()) {
            Versions.require(ifMatch, known.get().version() + 1);
            known.get().replace(documents.write(inOrder), clock.instant());
            database.flush();
            return new Planned(inOrder, known.get().version() + 1);
        }
        var first = new ProcessCalendar(process.id(), documents.write(inOrder), clock.instant());
        database.persist(first);
        database.flush();
        return new Planned(inOrder, first.version() + 1);
    }

    @Transactional
    Planned read(ProcessId process) {
        return find(process)
                .map(calendar -> new Planned(documents.read(calendar.activities(), ACTIVITIES), calendar.version() + 1))
                .orElseGet(() -> new Planned(List.of(), 0));
    }

    /** The steps that have their days, each holding of a step by its own id. */
    @Transactional
    public List<PlannedStep> steps(CalledProcess process) {
        return find(process.id()).map(calendar -> steps(process, calendar)).orElseGet(List::of);
    }

    private List<PlannedStep> steps(CalledProcess process, ProcessCalendar calendar) {
        var titles = new HashMap<String, String>();
        process.regulation().steps().forEach(step -> titles.putIfAbsent(step.step(), step.title()));
        var held = new HashMap<String, Integer>();
        return documents.read(calendar.activities(), ACTIVITIES).stream()
                .map(activity -> new PlannedStep(
                        process.id() + "-" + activity.step() + "-" + held.merge(activity.step(), 1, Integer::sum),
                        titles.getOrDefault(activity.step(), activity.step()),
                        activity.startsOn(),
                        activity.endsOn(),
                        activity.place(),
                        calendar.changedAt(),
                        Math.toIntExact(calendar.version())))
                .toList();
    }

    private Optional<ProcessCalendar> find(ProcessId process) {
        return Optional.ofNullable(database.find(ProcessCalendar.class, process.value()));
    }

    private static void refuseFaulty(List<Fault> faults) {
        var problem = Problem.unprocessable("calendar-against-regulation");
        faults.forEach(fault -> {
            var pointer = "/activities/" + fault.position();
            if (fault instanceof Fault.UnknownStep unknown) {
                problem.error(pointer + "/step", "step-unknown", "step", unknown.step());
            } else if (fault instanceof Fault.OutOfOrder order) {
                problem.error(
                        pointer + "/startsOn", "step-out-of-order", "step", order.step(), "earlier", order.earlier());
            } else {
                problem.error(pointer + "/endsOn", "ends-before-it-begins", "expected", "startsOn ≤ endsOn");
            }
        });
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
