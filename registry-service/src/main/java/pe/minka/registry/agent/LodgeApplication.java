package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Takes an application in, with what it lacks, and lets it be cured within the term of the regulation. */
@ApplicationScoped
class LodgeApplication {

    private final Processes processes;
    private final Applications applications;
    private final ApplicationChecks checks;
    private final People people;
    private final Agents agents;
    private final Rolls rolls;
    private final Caller caller;
    private final Clock clock;

    LodgeApplication(
            Processes processes,
            Applications applications,
            ApplicationChecks checks,
            People people,
            Agents agents,
            Rolls rolls,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.applications = applications;
        this.checks = checks;
        this.people = people;
        this.agents = agents;
        this.rolls = rolls;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is handed in to cure an application. Personal: never printed, logged or sent. */
    record Cure(
            Set<String> papers,
            @Nullable UUID organisation,
            @Nullable LocalDate birthDate,
            @Nullable String contact,
            Particulars particulars) {

        @Override
        public String toString() {
            return "cure";
        }
    }

    /**
     * One open application a person and process, whatever arrives at once. The term to cure it begins the day after.
     *
     * @law DS 142-2009-EF art. 7.4
     */
    @Transactional
    LodgedApplication lodge(
            ProcessId id,
            @Nullable UUID organisation,
            Function<@Nullable KnownOrganisation, AccreditAgent.Candidate> stated) {
        var process = reached(id);
        var candidate = stated.apply(checks.organisation(process, organisation));
        var admission = process.regulation().admission();
        var person = people.remember(
                process.entity(),
                new PersonalRecord(
                        Identities.document(candidate.documentKind().name(), candidate.documentNumber()),
                        candidate.names(),
                        candidate.birthDate(),
                        candidate.contact(),
                        candidate.particulars().only(admission.particulars())));
        refuseOnTheRoll(id, person);
        var application = new LodgedApplication(
                id,
                person,
                candidate,
                clock.instant(),
                caller.subject(),
                WorkingDays.after(applications.today(), admission.cureDays(), process.regulation()));
        applications.add(application);
        checks.check(process, application);
        return application;
    }

    /** The last working day of the term counts; the day after it is too late. */
    @Transactional
    LodgedApplication cure(ProcessId id, UUID applicationId, Cure cure) {
        var process = reached(id);
        var application = applications.getOpen(process, applicationId);
        var known = checks.person(application);
        checks.organisation(process, cure.organisation());
        application.handIn(cure.papers(), cure.organisation());
        people.remember(
                process.entity(),
                new PersonalRecord(
                        known.document(),
                        known.names(),
                        cure.birthDate() == null ? known.birthDate() : cure.birthDate(),
                        cure.contact(),
                        cure.particulars().only(process.regulation().admission().particulars())));
        checks.check(process, application);
        return application;
    }

    private CalledProcess reached(ProcessId id) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        applications.lapse(id);
        return process;
    }

    private void refuseOnTheRoll(ProcessId id, UUID person) {
        var problem = Problem.conflict("agent-not-admitted");
        if (rolls.published(id).isPresent()) {
            problem.error("", "roll-is-published");
        }
        if (agents.accredited(id, person)) {
            problem.error("/documentNumber", "agent-twice");
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
