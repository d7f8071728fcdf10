package pe.minka.workshop.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.OpeningCondition;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundKind;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.document.SessionDocuments;
import pe.minka.workshop.dossier.ThemeDossier;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;
import pe.minka.workshop.result.Results;
import pe.minka.workshop.session.SessionRecords;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the regulation names for this kind of round, need by need. A kind that it does not name needs nothing of it. */
@ApplicationScoped
class NeedsOfRegulation implements OpeningCondition {

    private static final Set<RoundKind> ON_PROBLEMS =
            Set.of(RoundKind.PRIORITISE_PROBLEMS, RoundKind.PRIORITISE_THEMES);

    private final SessionRecords sessions;
    private final SessionDocuments documents;
    private final ThemeDossier dossier;
    private final ProposedProjects proposals;
    private final Rounds rounds;
    private final Results results;
    private final Agents agents;

    NeedsOfRegulation(
            SessionRecords sessions,
            SessionDocuments documents,
            ThemeDossier dossier,
            ProposedProjects proposals,
            Rounds rounds,
            Results results,
            Agents agents) {
        this.agents = agents;
        this.results = results;
        this.sessions = sessions;
        this.documents = documents;
        this.dossier = dossier;
        this.proposals = proposals;
        this.rounds = rounds;
    }

    @Override
    public void check(BudgetProcess process, Round round, @Nullable UUID session, Problem missing) {
        if (session != null && !sessions.isOf(session, process.process())) {
            missing.error("/workshop", "session-of-another-process");
            return;
        }
        if (results.isSecondRound(round.round())) {
            return; // the first one had it all
        }
        for (Regulation.RoundNeeds declared : process.regulation().workshops().roundNeeds()) {
            if (declared.round().equals(round.kind().name())) {
                declared.needs().forEach(need -> check(need, declared.law(), process, round, session, missing));
            }
        }
    }

    private void check(
            String name, String law, BudgetProcess process, Round round, @Nullable UUID session, Problem missing) {
        var need = Need.of(name);
        if (need.isEmpty()) {
            missing.error("", "need-unknown", "need", name, "law", law);
        } else if (need.get().isOfSession() && session == null) {
            missing.error("/workshop", "session-not-named", "need", name, "law", law);
        } else {
            check(need.get(), law, process, round, Optional.ofNullable(session), missing);
        }
    }

    private void check(
            Need need, String law, BudgetProcess process, Round round, Optional<UUID> session, Problem missing) {
        var regulation = process.regulation();
        switch (need) {
            case NOTICE_GIVEN -> {
                var rule = regulation.convocation();
                if (!sessions.isConvenedInTime(session.orElseThrow(), rule)) {
                    missing.error(
                            "/workshop",
                            "notice-not-given",
                            "noticeDays",
                            rule.noticeDays(),
                            "channels",
                            rule.minimumChannels(),
                            "law",
                            law);
                }
            }
            case QUORUM_PRESENT -> {
                if (!sessions.hasQuorum(session.orElseThrow(), regulation.quorum())) {
                    missing.error("/workshop", "quorum-not-present", "law", law);
                }
            }
            case TRAINING_HELD -> {
                if (!agents.trainingIsHeld(round.process())) {
                    missing.error("", "training-not-held", "law", law);
                }
            }
            case BUDGET_PRESENTED_IN_SESSION -> {
                if (!sessions.record(session.orElseThrow(), "BUDGET_PRESENTED")) {
                    missing.error("/workshop", "budget-not-presented-in-session", "law", law);
                }
            }
            case ACCOUNTS_ATTACHED -> {
                if (!documents.has(session.orElseThrow(), SessionDocuments.Kind.ACCOUNTS)) {
                    missing.error("/workshop", "accounts-not-attached", "law", law);
                }
            }
            case ELECTED_OFFICIAL_ATTENDED -> {
                if (sessions.attended(session.orElseThrow(), "OFFICIAL") == 0) {
                    missing.error("/workshop", "no-official-attended", "law", law);
                }
            }
            case PROBLEMS_RANKED -> {
                if (!problemsAreRanked(round.process())) {
                    missing.error("", "problems-not-ranked", "law", law);
                }
            }
            case THEMES_AND_OPINIONS_SHOWN ->
                dossier.incomplete(round)
                        .forEach(option -> missing.error(
                                pointer(round, option),
                                "project-without-theme-or-opinion",
                                "proposal",
                                option,
                                "law",
                                law));
            case ENTITY_PROJECTS_ON_BALLOT -> leftOut(round, law, missing);
        }
    }

    /** By a round that was counted, or item by item in minutes. */
    private boolean problemsAreRanked(ProcessId process) {
        return sessions.rank(process, "THEMES_RANKED")
                || rounds.of(process).stream()
                        .anyMatch(other -> other.state() == Round.State.TALLIED && ON_PROBLEMS.contains(other.kind()));
    }

    /** Nothing of the entity's own is done without the vote: a viable project of its own stands on the ballot, too. */
    private void leftOut(Round round, String law, Problem missing) {
        var onBallot = new HashSet<UUID>();
        round.options().stream()
                .filter(option -> option.proposal() != null)
                .forEach(option -> onBallot.add(option.option()));
        proposals.of(round.process(), ProposedProject.Origin.ENTITY).stream()
                .filter(own -> own.status() == ProposedProject.Status.VIABLE)
                .filter(own -> round.zone() == null || round.zone().equals(own.zone()))
                .filter(own -> !onBallot.contains(own.id()))
                .forEach(own -> missing.error("", "entity-project-not-on-ballot", "proposal", own.id(), "law", law));
    }

    private static String pointer(Round round, UUID option) {
        return round.options().stream()
                .filter(each -> each.option().equals(option))
                .map(RoundOption::position)
                .map(position -> "/proposals/" + position)
                .findFirst()
                .orElse("");
    }
}
