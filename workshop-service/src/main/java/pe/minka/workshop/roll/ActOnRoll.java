package pe.minka.workshop.roll;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.FrozenRoll;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Adds to a frozen roll, or upholds or dismisses an objection to somebody on it; always by a recorded act. */
@ApplicationScoped
class ActOnRoll {

    /** What is taken off is kept by the number of the act that does so: the roll of the opening is found again from it. */
    private static final String REMOVE = """
            with gone as (delete from roll_entry where round = ? and agent = ? returning round, seat, zone)
            insert into roll_removed (round, number, seat, zone)
            select g.round, (select count(*) + 1 from roll_act a where a.round = g.round), g.seat, g.zone from gone g
            """;

    private final Polling polling;
    private final Processes processes;
    private final FrozenRoll roll;
    private final Statements statements;
    private final ObjectMapper json;
    private final Outbox outbox;

    ActOnRoll(
            Polling polling,
            Processes processes,
            FrozenRoll roll,
            Statements statements,
            ObjectMapper json,
            Outbox outbox) {
        this.roll = roll;
        this.json = json;
        this.outbox = outbox;
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
        var recorded = all.get(all.size() - 1);
        outbox.append(event(vote, recorded));
        return recorded;
    }

    private RollActRecorded event(Polling.Vote vote, Recorded recorded) {
        var words = json.createObjectNode()
                .put("round", vote.round().toString())
                .put("number", recorded.number())
                .put("act", recorded.act().name())
                .put("agent", recorded.agent().toString())
                .put("document", recorded.document())
                .put("reason", recorded.reason())
                .put("at", recorded.at().toString());
        return new RollActRecorded(
                vote.process(),
                vote.entity(),
                vote.round(),
                recorded.number(),
                recorded.act(),
                statements.count("select roll from round where round = ?", vote.round()),
                recorded.at(),
                CanonicalDocument.of(words).sha256());
    }

    private void add(Polling.Vote vote, UUID agent) {
        if (!vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-citizens").toException();
        }
        var regulation = processes.known(vote.process()).regulation();
        if (isOn(vote.round(), agent)) {
            throw Problem.conflict("already-on-roll").toException();
        }
        mustBeNobodyOn(vote, agent);
        if (!roll.add(regulation, vote.round(), agent)) {
            throw Problem.unprocessable("agent-without-vote")
                    .with("law", regulation.participation().law())
                    .toException();
        }
    }

    /** A person who was accredited anew is on the roll already, as the agent that was frozen, whether it voted or not. */
    private void mustBeNobodyOn(Polling.Vote vote, UUID agent) {
        statements
                .find(
                        "select e.agent from agent a join roll_entry e on e.round = ? and e.person = a.person"
                                + " where a.process = ? and a.agent = ?",
                        row -> row.getObject(1, UUID.class),
                        vote.round(),
                        vote.process().value(),
                        agent)
                .ifPresent(other -> {
                    throw Problem.conflict("person-on-roll")
                            .with("agent", other)
                            .toException();
                });
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
