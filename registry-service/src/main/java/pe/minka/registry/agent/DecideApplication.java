package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Ends an application: whoever meets the ordinance is accredited, whoever wants so withdraws and is forgotten. */
@ApplicationScoped
class DecideApplication {

    private final Processes processes;
    private final Applications applications;
    private final ApplicationChecks checks;
    private final Supporters supporters;
    private final AccreditAgent accreditAgent;
    private final Agents agents;
    private final People people;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    DecideApplication(
            Processes processes,
            Applications applications,
            ApplicationChecks checks,
            Supporters supporters,
            AccreditAgent accreditAgent,
            Agents agents,
            People people,
            AccessLog accessLog,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.applications = applications;
        this.checks = checks;
        this.supporters = supporters;
        this.accreditAgent = accreditAgent;
        this.agents = agents;
        this.people = people;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    /** By the same use case as any other accreditation; one that lacks something is refused with all that it lacks. */
    @Transactional
    AccreditAgent.Outcome.Accredited accredit(ProcessId id, UUID applicationId, @Nullable RotationOverride override) {
        var process = reached(id);
        var application = applications.getOpen(process, applicationId);
        checks.check(process, application);
        var lacking = checks.lacking(application);
        if (!lacking.isEmpty()) {
            throw ApplicationChecks.refused(
                    Problem.conflict("application-observed").with("last", application.cureUntil()), lacking);
        }
        var outcome = accreditAgent.accreditApplicant(
                process, checks.candidate(process, application, override), caller.subject());
        if (outcome instanceof AccreditAgent.Outcome.Refused refused) {
            throw ApplicationChecks.refused(Problem.conflict("agent-not-admitted"), refused.unmet());
        }
        var accredited = (AccreditAgent.Outcome.Accredited) outcome;
        agents.handedIn(accredited.agent().agent(), application.lodgedAt());
        application.accredited(accredited.agent().agent(), clock.instant(), caller.subject());
        return accredited;
    }

    /** Who signed for the applicant may sign for another from now on. */
    @Transactional
    LodgedApplication withdraw(ProcessId id, UUID applicationId) {
        var process = reached(id);
        var application = applications.getOpen(process, applicationId);
        application.withdrawn(clock.instant(), caller.subject());
        supporters.eraseAll(List.of(applicationId));
        return application;
    }

    private CalledProcess reached(ProcessId id) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        applications.lapse(id);
        return process;
    }

    /**
     * Destroys the key and the index of whoever applied and is nobody in an open process (Ley 29733 art. 20); the
     * application and what it lacked stay.
     */
    @Transactional
    void forget(ProcessId id, UUID applicationId) {
        var process = reached(id);
        var application = applications.getForChange(process.id(), applicationId);
        people.hold(application.person());
        var open = agents.openProcessesOf(application.person());
        if (!open.isEmpty()) {
            throw Problem.conflict("person-accredited")
                    .with("processes", open.stream().map(ProcessId::toString).toList())
                    .toException();
        }
        if (applications.hasOpen(application.person())) {
            throw Problem.conflict("application-open").toException();
        }
        people.erase(application.person());
        accessLog.readOthers(id, 1, "erase-applicant");
    }
}
