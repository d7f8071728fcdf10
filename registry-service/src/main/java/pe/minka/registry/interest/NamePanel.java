package pe.minka.registry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Names those who judge a proposal: as many as the regulation asks for, each fit to judge it. */
@ApplicationScoped
class NamePanel {

    private final Processes processes;
    private final Interests interests;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    NamePanel(Processes processes, Interests interests, Caller caller, Outbox outbox, Clock clock) {
        this.processes = processes;
        this.interests = interests;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    List<Evaluator> name(ProcessId id, UUID proposal, List<UUID> members) {
        // held: no declaration arrives between the check and the panel
        var process = processes.getForChange(id);
        caller.mustActFor(process.entity());
        var known = interests.evaluators(id);
        refuse(process, proposal, members, known);
        if (!interests.nameThePanel(id, proposal, members, clock.instant(), caller.subject())) {
            throw Problem.conflict("panel-exists").toException();
        }
        var panel = members.stream().map(known::get).toList();
        outbox.append(new EvaluationPanelNamed(
                id,
                process.entity(),
                proposal,
                process.regulation().opinionsNeeded(),
                panel.stream()
                        .map(member -> new EvaluationPanelNamed.Member(member.id(), member.account(), member.post()))
                        .toList()));
        return panel;
    }

    private void refuse(CalledProcess process, UUID proposal, List<UUID> members, Map<UUID, Evaluator> known) {
        var problem = Problem.unprocessable("panel-against-regulation");
        var declarations = interests.declarations(process.id());
        var seen = new HashSet<UUID>();
        for (int i = 0; i < members.size(); i++) {
            var pointer = "/evaluators/" + i;
            var evaluator = known.get(members.get(i));
            if (evaluator == null) {
                problem.error(pointer, "evaluator-unknown");
            } else if (!seen.add(evaluator.id())) {
                problem.error(pointer, "evaluator-twice");
            } else {
                Eligibility.barAgainst(of(evaluator.person(), declarations), proposal)
                        .ifPresent(bar -> problem.error(pointer, code(bar)));
            }
        }
        int needed = process.regulation().opinionsNeeded();
        if (members.size() < needed) {
            problem.error(
                    "/evaluators",
                    "too-few-evaluators",
                    "expected",
                    needed,
                    "law",
                    process.regulation().opinionsLaw());
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    static List<InterestDeclaration> of(UUID person, List<InterestDeclaration> declarations) {
        return declarations.stream()
                .filter(declaration -> declaration.person().equals(person))
                .toList();
    }

    private static String code(Eligibility.Bar bar) {
        return "evaluator-" + bar.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
