package pe.minka.workshop.roll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Adds to a frozen roll, or upholds or dismisses an objection to somebody on it; always by a recorded act. */
@ApplicationScoped
class ActOnRoll {

    /** An alternate comes to the seat of a principal of its organisation who is on the roll. */
    private static final String ADD = """
            insert into roll_entry (round, agent, seat, zone)
            select ?, a.agent, case when a.organisation is null then a.agent when ? then a.organisation
                when a.role = 'ALTERNATE' then coalesce((
                    select e.seat from roll_entry e join agent p on p.process = a.process and p.agent = e.agent
                    where e.round = ? and p.organisation = a.organisation and p.role = 'PRINCIPAL'
                    order by e.seat limit 1), a.agent)
                else a.agent end, a.zone
            from agent a where a.process = ? and a.agent = ? and a.accredited and a.vote
            on conflict (round, agent) do nothing
            """;

    /** What is taken off is kept by the number of the act that does so: the roll of the opening is found again from it. */
    private static final String REMOVE = """
            with gone as (delete from roll_entry where round = ? and agent = ? returning round, seat, zone)
            insert into roll_removed (round, number, seat, zone)
            select g.round, (select count(*) + 1 from roll_act a where a.round = g.round), g.seat, g.zone from gone g
            """;

    private final Polling polling;
    private final Processes processes;
    private final Statements statements;

    ActOnRoll(Polling polling, Processes processes, Statements statements) {
        this.polling = polling;
        this.processes = processes;
        this.statements = statements;
    }

    enum Act {
        ADDITION,
        OBJECTION_UPHELD,
        OBJECTION_DISMISSED
    }

    record Recorded(int number, Act act, UUID agent, String document, String reason, Instant at) {}

    @Transactional
    Recorded record(UUID round, Act act, UUID agent, String document, String reason) {
        var vote = polling.alone(round);
        if (vote.isPrepared() || vote.isOver()) {
            throw Problem.conflict("vote-not-open").toException();
        }
        switch (act) {
            case ADDITION -> add(vote, agent);
            case OBJECTION_UPHELD -> remove(round, agent);
            case OBJECTION_DISMISSED -> mustBeOn(round, agent);
        }
        statements.execute(
                "update round set roll = (select count(distinct seat) from roll_entry where round = ?) where round = ?",
                round,
                round);
        statements.execute(
                "insert into roll_act (round, number, act, agent, document, reason)"
                        + " select ?, count(*) + 1, ?, ?, ?, ? from roll_act where round = ?",
                round,
                act.name(),
                agent,
                document,
                reason,
                round);
        var all = of(round);
        return all.get(all.size() - 1);
    }

    private void add(Polling.Vote vote, UUID agent) {
        if (!vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-citizens").toException();
        }
        var participation = processes.known(vote.process()).regulation().participation();
        if (isOn(vote.round(), agent)) {
            throw Problem.conflict("already-on-roll").toException();
        }
        int added = statements.execute(
                ADD,
                vote.round(),
                participation.oneVotePerOrganisation(),
                vote.round(),
                vote.process().value(),
                agent);
        if (added == 0) {
            throw Problem.unprocessable("agent-without-vote")
                    .with("law", participation.law())
                    .toException();
        }
    }

    private void remove(UUID round, UUID agent) {
        mustBeOn(round, agent);
        int voted = statements.count("select count(*) from strike_off where round = ? and agent = ?", round, agent);
        if (voted > 0) {
            throw Problem.conflict("objection-too-late").toException();
        }
        statements.execute(REMOVE, round, agent);
    }

    private void mustBeOn(UUID round, UUID agent) {
        if (!isOn(round, agent)) {
            throw Problem.unprocessable("voter-not-on-roll").toException();
        }
    }

    private boolean isOn(UUID round, UUID agent) {
        return statements.count("select count(*) from roll_entry where round = ? and agent = ?", round, agent) > 0;
    }

    List<Recorded> of(UUID round) {
        return statements.list(
                "select number, act, agent, document, reason, at from roll_act where round = ? order by number",
                row -> new Recorded(
                        row.getInt(1),
                        Act.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                round);
    }
}
