package pe.minka.workshop.ballot;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;
import pe.minka.workshop.session.KeepMinutes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Opens a round: nothing that the regulation asks for is missing, and the roll is frozen. */
@ApplicationScoped
class OpenRound {

    private static final int LARGE_ROLL = 5_000;

    private final Rounds rounds;
    private final RoundSecrets secrets;
    private final FrozenRoll roll;
    private final Agents agents;
    private final ProposedProjects proposals;
    private final KeepMinutes minutes;
    private final Outbox outbox;
    private final List<OpeningCondition> conditions;
    private final List<RoundStage> stages;

    OpenRound(
            Rounds rounds,
            RoundSecrets secrets,
            FrozenRoll roll,
            Agents agents,
            ProposedProjects proposals,
            KeepMinutes minutes,
            Outbox outbox,
            @All List<OpeningCondition> conditions,
            @All List<RoundStage> stages) {
        this.conditions = conditions;
        this.stages = stages;
        this.rounds = rounds;
        this.secrets = secrets;
        this.roll = roll;
        this.agents = agents;
        this.proposals = proposals;
        this.minutes = minutes;
        this.outbox = outbox;
    }

    /**
     * @param deadline when the database's clock ends the vote by itself; null: only the act of closing ends it
     * @param session the workshop in which it is voted, where it is one
     */
    @Transactional
    Round open(BudgetProcess process, UUID id, @Nullable Instant deadline, @Nullable UUID session) {
        var round = rounds.locked(id);
        if (round.state() != Round.State.PREPARED) {
            throw Problem.conflict("round-already-opened").toException();
        }
        var missing = Problem.conflict("round-not-ready");
        requirements(process, round, missing);
        conditions.forEach(condition -> condition.check(process, round, session, missing));
        roll.freeze(process.regulation(), round);
        int seats = rounds.count("select count(distinct seat) from roll_entry where round = ?", id);
        if (seats == 0 && !round.rule().ofRespondents()) {
            missing.error(
                    "",
                    "nobody-may-vote",
                    "law",
                    process.regulation().participation().law());
        }
        if (missing.hasErrors()) {
            throw missing.toException();
        }
        secrets.make(id);
        if (seats > LARGE_ROLL) {
            // or the first voters of a large roll are looked up by plans that were made for small ones
            rounds.execute("analyze roll_entry");
        }
        start(id, deadline, seats);
        var opened = rounds.known(id);
        outbox.append(opened(opened));
        stages.forEach(stage -> stage.opened(process, opened));
        return opened;
    }

    /** A deadline that the database's clock has reached is none. */
    private void start(UUID id, @Nullable Instant deadline, int seats) {
        int changed = rounds.execute(
                "update round set state = 'OPEN', opened_at = clock_timestamp(), deadline = ?, roll = ?"
                        + " where round = ? and (?::timestamptz is null or clock_timestamp() < ?)",
                Rounds.timestamp(deadline),
                seats,
                id,
                Rounds.timestamp(deadline),
                Rounds.timestamp(deadline));
        if (changed == 0) {
            throw Problem.unprocessable("deadline-past").toException();
        }
    }

    private static RoundOpened opened(Round round) {
        return new RoundOpened(
                round.process(),
                round.entity(),
                round.round(),
                round.title(),
                round.kind(),
                round.paper().kind(),
                Objects.requireNonNullElseGet(round.opensAt(), () -> Objects.requireNonNull(round.openedAt())),
                round.endsAt(),
                Objects.requireNonNull(round.roll()));
    }

    private void requirements(BudgetProcess process, Round round, Problem missing) {
        var rules = process.regulation().workshops();
        if (round.kind() != RoundKind.CITIZENS_POLL
                && round.rule().ofAgents()
                && !agents.rollIsPublished(process.process())) {
            missing.error("", "roll-not-published");
        }
        if (round.kind() != RoundKind.PRIORITISE_PROJECTS) {
            return;
        }
        if (rules.budgetPresentedFirst()
                && !minutes.record(process.process(), "BUDGET_PRESENTED")
                && !agents.budgetIsDeclared(process.process())) {
            missing.error("", "budget-not-presented", "law", rules.law());
        }
        if (rules.themesBeforeProjects() && !themesAreRanked(process)) {
            missing.error("", "themes-not-ranked", "law", rules.law());
        }
        for (RoundOption option : round.options()) {
            var pointer = "/proposals/" + option.position();
            if (option.proposal() == null) {
                missing.error(pointer, "option-without-proposal", "option", option.option());
            } else {
                ProposedProject proposal = proposals.known(option.proposal());
                AnnounceRound.lacks(proposal, process.regulation(), pointer, missing);
            }
        }
    }

    /** By a round that was counted, or by an agreement that minutes record. */
    private boolean themesAreRanked(BudgetProcess process) {
        return minutes.record(process.process(), "THEMES_RANKED")
                || rounds.count(
                                "select count(*) from round where process = ? and state = 'TALLIED'"
                                        + " and kind in ('PRIORITISE_THEMES', 'PRIORITISE_PROBLEMS')",
                                process.process().value())
                        > 0;
    }
}
