package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.Quota;

import java.time.Clock;
import java.util.List;

/** Publishes the roll: from then on agents come in only by replacement. */
@ApplicationScoped
class PublishRoll {

    private final Processes processes;
    private final Agents agents;
    private final Applications applications;
    private final Rolls rolls;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    PublishRoll(
            Processes processes,
            Agents agents,
            Applications applications,
            Rolls rolls,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.agents = agents;
        this.applications = applications;
        this.rolls = rolls;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param composition for the registrar, who sees each agent
     * @param warnings targets that are not met and only warn
     */
    record Published(RollPublished roll, Composition composition, List<Composition.Gap> warnings) {}

    /** @law DS 142-2009-EF art. 7.4 */
    @Transactional
    Published publish(ProcessId id) {
        var process = processes.getForChange(id);
        caller.mustActFor(process.entity());
        if (rolls.published(id).isPresent()) {
            throw Problem.conflict("roll-already-published").toException();
        }
        refuseUndecided(process);
        var composition = agents.composition(id);
        if (composition.agents() == 0) {
            throw Problem.conflict("roll-empty").toException();
        }
        var quotas = process.regulation().quotas("ROLL");
        refuseUnmet(process, composition, quotas);
        var now = clock.instant();
        rolls.add(new Roll(id, composition, now, caller.subject()));
        var event = RollPublished.of(id, process.entity(), composition, now);
        outbox.append(event);
        return new Published(
                event,
                composition,
                composition.gaps(quotas).stream()
                        .filter(gap -> gap.missing() > 0)
                        .toList());
    }

    /** Who may still cure an application is not shut out by a publication. */
    private void refuseUndecided(CalledProcess process) {
        var states = applications.byState(process.id());
        int undecided = states.getOrDefault(ApplicationState.OBSERVED.name(), 0)
                + states.getOrDefault(ApplicationState.COMPLETE.name(), 0);
        if (undecided > 0) {
            throw Problem.conflict("applications-undecided")
                    .with("applications", undecided)
                    .with("law", process.regulation().admission().law())
                    .toException();
        }
    }

    private void refuseUnmet(CalledProcess process, Composition composition, List<Quota> quotas) {
        var problem = Problem.conflict("roll-against-quota");
        for (var gap : composition.blocking(quotas)) {
            problem.error(
                    "/" + gap.quota().group(),
                    "quota-unmet",
                    "group",
                    gap.quota().group(),
                    "have",
                    gap.have(),
                    "need",
                    gap.need(),
                    "law",
                    gap.quota().law());
        }
        var admission = process.regulation().admission();
        if (admission.delegationWomen() != null) {
            agents.delegations(process.id())
                    .forEach((organisation, bySex) -> Delegation.incomplete(bySex, admission)
                            .forEach(unmet -> problem.error(
                                    "/organisations/" + organisation + unmet.pointer(),
                                    unmet.code(),
                                    "expected",
                                    unmet.expected(),
                                    "law",
                                    unmet.law())));
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
