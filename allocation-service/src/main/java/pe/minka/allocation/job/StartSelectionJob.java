package pe.minka.allocation.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** A regional office or the operator has the projects of many processes selected at once. */
@ApplicationScoped
class StartSelectionJob {

    private final Processes processes;
    private final SelectionJobs jobs;
    private final Caller caller;
    private final Event<JobStarted> started;
    private final Clock clock;

    StartSelectionJob(Processes processes, SelectionJobs jobs, Caller caller, Event<JobStarted> started, Clock clock) {
        this.processes = processes;
        this.jobs = jobs;
        this.caller = caller;
        this.started = started;
        this.clock = clock;
    }

    /**
     * One process of a job.
     *
     * @param round absent: the newest tallied one
     * @param envelope absent: the only one with free money that the agents decide on
     */
    record Item(
            ProcessId process,
            @Nullable UUID round,
            @Nullable UUID envelope) {}

    /** All processes of a year that the caller acts for, and whose seat lies in the territory. */
    @Transactional
    JobRow ofYear(FiscalYear year, @Nullable Ubigeo territory) {
        var reached = processes.ofYear(year).stream()
                .filter(seat -> territory == null || seat.ubigeo().isWithin(territory))
                .filter(seat -> caller.actsFor(seat.entity()))
                .toList();
        if (reached.isEmpty()) {
            throw Problem.unprocessable("no-process-in-reach")
                    .with("fiscalYear", year)
                    .toException();
        }
        var job = job(year, reached.size());
        for (int position = 0; position < reached.size(); position++) {
            var seat = reached.get(position);
            jobs.addItem(item(job, position + 1, seat.process(), seat.entity()));
        }
        return job;
    }

    @Transactional
    JobRow of(List<Item> items) {
        var problem = Problem.unprocessable("selection-job-unsound");
        var job = job(null, items.size());
        var seen = new HashSet<ProcessId>();
        for (int position = 0; position < items.size(); position++) {
            var asked = items.get(position);
            var pointer = "/processes/" + position + "/process";
            var called = processes.called(asked.process()).filter(known -> caller.actsFor(known.entity()));
            if (called.isEmpty()) {
                problem.error(pointer, "process-out-of-reach", "process", asked.process());
            } else if (!seen.add(asked.process())) {
                problem.error(pointer, "process-twice", "process", asked.process());
            } else {
                var item = item(job, position + 1, asked.process(), called.get().entity());
                item.round = asked.round();
                item.envelope = asked.envelope();
                jobs.addItem(item);
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return job;
    }

    private JobRow job(@Nullable FiscalYear year, int total) {
        var job = new JobRow();
        job.id = UUID.randomUUID();
        job.requestedBy = caller.subject();
        job.fiscalYear = year;
        job.total = total;
        job.createdAt = clock.instant();
        jobs.persistAndFlush(job);
        started.fire(new JobStarted(job.id));
        return job;
    }

    private static ItemRow item(JobRow job, int position, ProcessId process, EntityCode entity) {
        var item = new ItemRow();
        item.key = new ItemRow.Key(job.id, position);
        item.process = process;
        item.entity = entity;
        return item;
    }
}
