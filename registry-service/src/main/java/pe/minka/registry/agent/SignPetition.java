package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.SupportersList.Written;
import pe.minka.registry.agent.SupportersList.Wrong;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.UUID;

/** Takes in the list of those who sign for citizens without organisation. */
@ApplicationScoped
class SignPetition {

    private final Processes processes;
    private final Applications applications;
    private final ApplicationChecks checks;
    private final Supporters supporters;
    private final AccessLog accessLog;
    private final Caller caller;

    SignPetition(
            Processes processes,
            Applications applications,
            ApplicationChecks checks,
            Supporters supporters,
            AccessLog accessLog,
            Caller caller) {
        this.processes = processes;
        this.applications = applications;
        this.checks = checks;
        this.supporters = supporters;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /**
     * Each row stands alone: one that breaks a rule does not stop the others.
     *
     * @return the rows that were not taken, in their order
     * @law DS 142-2009-EF, first final provision
     */
    @Transactional
    List<Wrong> sign(ProcessId id, UUID applicationId, List<Written> rows) {
        var process = reached(id);
        applications.lapse(id);
        var application = askedForSupporters(process, applicationId);
        var wrong = signed(application, rows, caller.subject());
        checks.check(process, application);
        return wrong;
    }

    /** Whether a file may be brought; the term is asked now and for each of its rows. */
    @Transactional
    CalledProcess mustTakeAFile(ProcessId id, UUID applicationId) {
        var process = reached(id);
        applications.lapse(id);
        askedForSupporters(process, applicationId);
        return process;
    }

    /** One row of a file; the application is checked when the file is over. */
    List<Wrong> signFromFile(ProcessId id, UUID applicationId, Written row, String account) {
        var process = processes.getForAddition(id);
        return signed(askedForSupporters(process, applicationId), List.of(row), account);
    }

    void fileIsOver(ProcessId id, UUID applicationId) {
        var process = processes.getForAddition(id);
        checks.check(process, applications.getOpen(process, applicationId));
    }

    private List<Wrong> signed(LodgedApplication application, List<Written> rows, String account) {
        var list = SupportersList.read(rows);
        return list.wrongWith(supporters.add(application.id(), application.process(), list.sound(), account));
    }

    /** Nobody's data are taken where the ordinance asks for no list. */
    private LodgedApplication askedForSupporters(CalledProcess process, UUID applicationId) {
        var application = applications.getOpen(process, applicationId);
        if (!checks.asksForSupporters(process, application)) {
            throw Problem.conflict("supporters-not-asked")
                    .with("law", process.regulation().admission().supporters().law())
                    .toException();
        }
        return application;
    }

    /** Destroys the key of one who signed: written down wrongly, or of whoever wants to be forgotten. */
    @Transactional
    void erase(ProcessId id, UUID applicationId, UUID supporter) {
        var process = reached(id);
        applications.lapse(id);
        var application = applications.getForChange(id, applicationId);
        if (!supporters.erase(applicationId, supporter)) {
            throw Problem.notFound().toException();
        }
        accessLog.readOthers(id, 1, "erase-supporter");
        var state = application.stateOn(applications.today());
        if (state == ApplicationState.OBSERVED || state == ApplicationState.COMPLETE) {
            checks.check(process, application);
        }
    }

    private CalledProcess reached(ProcessId id) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        return process;
    }
}
