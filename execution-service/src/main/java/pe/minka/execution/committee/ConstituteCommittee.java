package pe.minka.execution.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.agent.Accreditation;
import pe.minka.execution.agent.Agents;
import pe.minka.execution.committee.Committee.Office;
import pe.minka.execution.process.Processes;
import pe.minka.execution.project.Project;
import pe.minka.execution.project.Projects;
import pe.minka.execution.project.Refusal;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Puts elected people into office, and ends their term. The lock on the process decides who comes first. */
@ApplicationScoped
class ConstituteCommittee {

    private final Committees committees;
    private final Elections elections;
    private final Agents agents;
    private final Projects projects;
    private final Processes processes;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    ConstituteCommittee(
            Committees committees,
            Elections elections,
            Agents agents,
            Projects projects,
            Processes processes,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.committees = committees;
        this.elections = elections;
        this.agents = agents;
        this.projects = projects;
        this.processes = processes;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who is proposed for which post. */
    record Proposed(AgentId agent, String post) {}

    /** What is proposed; a management committee is for a work. */
    record Proposal(
            CommitteeKind kind, @Nullable UUID project, String act, LocalDate constitutedOn, List<Proposed> members) {}

    /** The committee in office, with the targets that it misses. */
    record Constituted(Committee committee, List<Breach> warnings) {}

    @Transactional
    Constituted constitute(ProcessId processId, Proposal proposal) {
        var process = processes.require(processId);
        caller.mustActFor(process.entity());
        processes.lock(processId);
        var project = workOf(processId, proposal);
        var office = new Office(
                processId,
                process.entity(),
                proposal.kind(),
                project == null ? null : project.id(),
                project == null ? null : project.zone(),
                proposal.act(),
                proposal.constitutedOn());
        refuseSecond(office);
        var candidates = proposal.members().stream()
                .map(each -> candidate(processId, each))
                .toList();
        var composition = new Composition(
                candidates, committees.membersBefore(office), elections.winnersOf(processId, proposal.kind()));
        var rules = processes
                .regulationOf(processId)
                .orElseThrow()
                .committee(proposal.kind().name());
        refuse(composition.breaches(rules));
        var endsOn =
                rules.termMonths() == null ? null : proposal.constitutedOn().plusMonths(rules.termMonths());
        var committee = new Committee(office, candidates, endsOn, clock.instant());
        committees.persist(committee);
        outbox.append(constituted(committee));
        return new Constituted(committee, composition.warnings(rules));
    }

    @Transactional
    Committee end(UUID committeeId, LocalDate on, String act) {
        var committee = committees
                .findByIdOptional(committeeId, LockModeType.PESSIMISTIC_WRITE)
                .filter(each -> caller.actsFor(each.entity))
                .orElseThrow(() -> Problem.notFound().toException());
        if (!committee.isActive()) {
            throw Problem.conflict("committee-not-active").toException();
        }
        if (on.isBefore(committee.constitutedOn)) {
            throw Refusal.DATE_OUT_OF_ORDER.problem().toException();
        }
        committee.endedOn = on;
        committee.endedBy = act;
        return committee;
    }

    private @Nullable Project workOf(ProcessId processId, Proposal proposal) {
        var id = proposal.project();
        if (proposal.kind() == CommitteeKind.VIGILANCE) {
            if (id != null) {
                refuse(List.of(Breach.of("/project", "project-not-foreseen", "")));
            }
            return null;
        }
        if (id == null) {
            refuse(List.of(Breach.of("/project", "project-missing", "")));
            return null;
        }
        var project = projects.find(processId, id)
                .orElseThrow(() -> Problem.unprocessable("committee-refused")
                        .error("/project", "project-unknown")
                        .toException());
        project.mustBeOpen();
        return project;
    }

    private void refuseSecond(Office office) {
        boolean second = office.project() == null
                ? committees.hasActiveVigilance(office.process())
                : committees.hasActiveManagement(office.project());
        if (second) {
            throw Problem.conflict("committee-active").toException();
        }
    }

    private static void refuse(List<Breach> breaches) {
        if (!breaches.isEmpty()) {
            var problem = Problem.unprocessable("committee-refused");
            breaches.forEach(each -> problem.error(each.pointer(), each.code(), each.namesAndValues()));
            throw problem.toException();
        }
    }

    private Candidate candidate(ProcessId process, Proposed proposed) {
        var agent = agents.find(process, proposed.agent());
        return new Candidate(
                proposed.agent(),
                proposed.post(),
                agent.map(Accreditation::stands).orElse(false),
                agent.map(Accreditation::sex).orElse(null),
                agent.map(Accreditation::zone).orElse(null),
                agent.map(Accreditation::organisationKind).orElse(null));
    }

    private static CommitteeConstituted constituted(Committee committee) {
        return new CommitteeConstituted(
                committee.process,
                committee.entity,
                committee.id,
                committee.project,
                committee.kind,
                committee.act,
                committee.members.stream()
                        .map(member -> new CommitteeConstituted.Seat(member.post, member.sex, member.agent))
                        .toList());
    }
}
