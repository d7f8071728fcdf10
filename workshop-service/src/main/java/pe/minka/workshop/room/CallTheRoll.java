package pe.minka.workshop.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Votes of delegates who carry the decision of their base assembly, said aloud one by one. Whether a delegate kept to
 * the mandate can only be seen where the vote is open: such a round takes no secret ballot.
 */
@ApplicationScoped
class CallTheRoll {

    private final Polling polling;
    private final Statements statements;
    private final ObjectMapper json;

    CallTheRoll(Polling polling, Statements statements, ObjectMapper json) {
        this.polling = polling;
        this.statements = statements;
        this.json = json;
    }

    /**
     * What a base assembly decided.
     *
     * @param sha256 of its sealed minutes
     * @param agreement the place of the decision in them, from 0
     */
    record Mandate(UUID agent, UUID workshop, String sha256, int agreement, UUID option) {}

    private record Minutes(String sha256, String document) {}

    @Transactional
    Mandate give(UUID round, UUID agent, UUID workshop, int agreement, UUID option) {
        var vote = open(polling.held(round));
        if (!vote.options().contains(option)) {
            throw Problem.unprocessable("option-not-on-ballot").toException();
        }
        var minutes = statements
                .find(
                        "select sha256, sealed_minutes from workshop where workshop = ? and process = ?"
                                + " and sha256 is not null",
                        row -> new Minutes(row.getString(1), row.getString(2)),
                        workshop,
                        vote.process().value())
                .filter(each -> agreements(each) > agreement)
                .orElseThrow(() -> Problem.unprocessable("mandate-without-minutes")
                        .with("law", vote.rule().law())
                        .toException());
        if (statements.count("select count(*) from attendance where workshop = ? and agent = ?", workshop, agent)
                == 0) {
            throw Problem.unprocessable("delegate-not-in-assembly").toException();
        }
        int added = statements.execute(
                "insert into mandate (round, agent, workshop, sha256, agreement, option) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (round, agent) do nothing",
                round,
                agent,
                workshop,
                minutes.sha256(),
                agreement,
                option);
        if (added == 0) {
            throw Problem.conflict("mandate-given").toException();
        }
        return new Mandate(agent, workshop, minutes.sha256(), agreement, option);
    }

    private int agreements(Minutes minutes) {
        try {
            return json.readTree(minutes.document()).at("/minutes/agreements").size();
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("sealed minutes cannot be read", altered);
        }
    }

    private static Polling.Vote open(Polling.Vote vote) {
        if (!vote.rule().needsMandate()) {
            throw Problem.conflict("mandate-not-asked")
                    .with("law", vote.rule().law())
                    .toException();
        }
        if (vote.rule().secret()) {
            throw Problem.conflict("vote-is-secret")
                    .with("law", vote.rule().law())
                    .toException();
        }
        if (vote.isOver()) {
            throw Problem.conflict("vote-not-open").toException();
        }
        return vote;
    }

    /** @param option null: the delegate abstained */
    record Said(UUID agent, @Nullable UUID option) {}

    /** All of them or none. */
    @Transactional
    void call(UUID round, List<Said> said) {
        var vote = open(polling.held(round));
        vote.mustTakeVoters();
        var mandated = Set.copyOf(statements.list(
                "select agent from mandate where round = ?", row -> row.getObject(1, UUID.class), round));
        var problem = Problem.unprocessable("roll-call-refused");
        for (int i = 0; i < said.size(); i++) {
            if (!mandated.contains(said.get(i).agent())) {
                problem.error(
                        "/votes/" + i, "mandate-missing", "law", vote.rule().law());
            }
        }
        var entries = polling.strikeOff(
                round,
                Channel.SHOW_OF_HANDS,
                said.stream()
                        .map(each -> new Polling.Voter(each.agent(), mark(round, each.option())))
                        .toList());
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case STRUCK_OFF -> record(round, said.get(i));
                case ALREADY_VOTED -> problem.error("/votes/" + i, "delegate-has-voted");
                case NOT_ON_ROLL -> problem.error("/votes/" + i, "delegate-not-on-roll");
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private String mark(UUID round, @Nullable UUID option) {
        return polling.mark(round, option == null ? List.of() : List.of(option), null);
    }

    private void record(UUID round, Said said) {
        statements.execute(
                "insert into open_vote (round, agent, option) values (?, ?, ?)", round, said.agent(), said.option());
    }

    /** @param departs whether the delegate voted otherwise than the base assembly decided */
    record Called(Mandate mandate, boolean voted, @Nullable UUID option, boolean departs) {}

    /** Of every delegate with a mandate. */
    List<Called> of(UUID round) {
        return statements.list(
                "select m.agent, m.workshop, m.sha256, m.agreement, m.option, v.agent is not null, v.option,"
                        + " v.agent is not null and v.option is distinct from m.option"
                        + " from mandate m left join open_vote v on v.round = m.round and v.agent = m.agent"
                        + " where m.round = ? order by m.agent",
                row -> new Called(
                        new Mandate(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getInt(4),
                                row.getObject(5, UUID.class)),
                        row.getBoolean(6),
                        row.getObject(7, UUID.class),
                        row.getBoolean(8)),
                round);
    }
}
