package pe.minka.workshop.ballot;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;
import pe.minka.workshop.session.KeepMinutes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Opens a round: nothing that the regulation asks for is missing, and the roll is frozen. */
@ApplicationScoped
class OpenRound {

    /** An alternate has the seat of a principal of its organisation: both together vote once. */
    private static final String FREEZE_ROLL = """
            with voter as (
                select a.*, row_number() over (partition by a.organisation, a.role order by a.agent) as n,
                    count(*) filter (where a.role = 'PRINCIPAL') over (partition by a.organisation) as principals
                from agent a
                where a.process = ? and a.accredited and a.vote and (?::text is null or a.zone = ?)
                  and (not ?
                    or exists (select from training_attendance t where t.process = a.process and t.agent = a.agent)))
            insert into roll_entry (round, agent, seat, zone)
            select ?, v.agent, case when v.organisation is null then v.agent
                when ? then v.organisation
                when v.role = 'ALTERNATE' and v.principals > 0 then (
                    select p.agent from voter p where p.organisation = v.organisation and p.role = 'PRINCIPAL'
                      and p.n = (v.n - 1) % v.principals + 1)
                else v.agent end, v.zone
            from voter v
            order by v.agent
            """;

    /** Those verified for the poll; in a second round those of the first. */
    private static final String FREEZE_RESIDENTS = """
            insert into roll_entry (round, agent, seat, zone)
            select ?, resident, resident, zone from (
                select resident, zone from poll_resident where round = ?
                union
                select e.agent, e.zone from second_round s join roll_entry e on e.round = s.of_round
                where s.round = ? and not ?) verified
            order by resident
            """;

    private static final int LARGE_ROLL = 5_000;

    private final Rounds rounds;
    private final RoundSecrets secrets;
    private final Agents agents;
    private final ProposedProjects proposals;
    private final KeepMinutes minutes;
    private final Outbox outbox;
    private final Clock clock;
    private final List<OpeningCondition> conditions;
    private final List<RoundStage> stages;

    OpenRound(
            Rounds rounds,
            RoundSecrets secrets,
            Agents agents,
            ProposedProjects proposals,
            KeepMinutes minutes,
            Outbox outbox,
            Clock clock,
            @All List<OpeningCondition> conditions,
            @All List<RoundStage> stages) {
        this.conditions = conditions;
        this.stages = stages;
        this.rounds = rounds;
        this.secrets = secrets;
        this.agents = agents;
        this.proposals = proposals;
        this.minutes = minutes;
        this.outbox = outbox;
        this.clock = clock;
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
        freezeRoll(process.regulation(), round);
        int roll = rounds.count("select count(distinct seat) from roll_entry where round = ?", id);
        if (roll == 0 && !round.rule().ofRespondents()) {
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
        if (roll > LARGE_ROLL) {
            // or the first voters of a large roll are looked up by plans that were made for small ones
            rounds.execute("analyze roll_entry");
        }
        rounds.execute(
                "update round set state = 'OPEN', opened_at = clock_timestamp(), deadline = ?, roll = ? where round = ?",
                Rounds.timestamp(deadline),
                roll,
                id);
        outbox.append(new RoundOpened(
                round.process(),
                round.entity(),
                id,
                round.title(),
                round.kind(),
                round.paper().kind(),
                Objects.requireNonNullElseGet(round.opensAt(), clock::instant),
                deadline == null ? round.closesAt() : deadline,
                roll));
        var opened = rounds.known(id);
        stages.forEach(stage -> stage.opened(process, opened));
        return opened;
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
            if (option.proposal() != null) {
                ProposedProject proposal = proposals.known(option.proposal());
                AnnounceRound.lacks(proposal, process.regulation(), "/proposals/" + option.position(), missing);
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

    /**
     * Accredited agents with a vote; trained ones only where the regulation blocks the others; of the zone where the
     * round is one zone's and nobody votes outside their own.
     */
    private void freezeRoll(Regulation regulation, Round round) {
        var participation = regulation.participation();
        if (!round.rule().ofAgents()) {
            rounds.execute(
                    FREEZE_RESIDENTS,
                    round.round(),
                    round.round(),
                    round.round(),
                    round.rule().ofRespondents());
            return;
        }
        var zone = Boolean.TRUE.equals(participation.voteOutsideZone()) ? null : round.zone();
        rounds.execute(
                FREEZE_ROLL,
                round.process().value(),
                zone,
                zone,
                participation.untrainedMayNotVote(),
                round.round(),
                participation.oneVotePerOrganisation());
    }
}
