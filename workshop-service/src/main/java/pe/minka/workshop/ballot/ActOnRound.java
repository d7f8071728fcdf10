package pe.minka.workshop.ballot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Suspends, resumes, extends or ends an open round by a recorded act. No ballot that is in the box is touched by any of
 * it, and none brings back a vote that is over: only a suspension declared before the deadline stops the clock.
 */
@ApplicationScoped
class ActOnRound {

    private final Rounds rounds;
    private final RoundLock lock;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Outbox outbox;

    ActOnRound(Rounds rounds, RoundLock lock, AgroalDataSource database, ObjectMapper json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
        this.rounds = rounds;
        this.lock = lock;
        this.database = database;
    }

    enum Act {
        SUSPENSION,
        RESUMPTION,
        EXTENSION,
        /** Before the end that was told. */
        EARLY_CLOSE,
        /** Recorded, and changes nothing. */
        INCIDENT
    }

    /** @param document which names the act, such as a resolution of the polling committee */
    record Recorded(
            int number,
            Act act,
            String document,
            String reason,
            @Nullable Instant deadline,
            Instant at) {}

    /** @param deadline only of an extension: later than the one before, and not yet past by the database's clock */
    @Transactional
    Recorded record(UUID id, Act act, String document, String reason, @Nullable Instant deadline) {
        try (var connection = database.getConnection()) {
            lock.own(connection, id);
        } catch (SQLException failed) {
            throw new IllegalStateException("a round could not be locked", failed);
        }
        var round = rounds.locked(id);
        var now = rounds.now();
        mustBePossible(act, round, now);
        if ((act == Act.EXTENSION) != (deadline != null)) {
            throw Problem.unprocessable("deadline-of-extension").toException();
        }
        switch (act) {
            case SUSPENSION -> rounds.execute("update round set state = 'SUSPENDED' where round = ?", id);
            case RESUMPTION -> rounds.execute("update round set state = 'OPEN' where round = ?", id);
            case EXTENSION -> extend(id, deadline, now);
            case EARLY_CLOSE ->
                rounds.execute(
                        "update round set state = 'OPEN', deadline = ? where round = ?", Rounds.timestamp(now), id);
            case INCIDENT -> {}
        }
        rounds.execute(
                "insert into round_act (round, number, act, document, reason, deadline, at)"
                        + " select ?, count(*) + 1, ?, ?, ?, ?, ? from round_act where round = ?",
                id,
                act.name(),
                document,
                reason,
                Rounds.timestamp(deadline),
                Rounds.timestamp(now),
                id);
        var all = of(id);
        var recorded = all.get(all.size() - 1);
        outbox.append(event(round, recorded));
        return recorded;
    }

    private static void mustBePossible(Act act, Round round, Instant now) {
        var state = round.state();
        boolean possible = switch (act) {
            case SUSPENSION -> state == Round.State.OPEN;
            case RESUMPTION -> state == Round.State.SUSPENDED;
            case EXTENSION, EARLY_CLOSE, INCIDENT -> state == Round.State.OPEN || state == Round.State.SUSPENDED;
        };
        if (!possible) {
            throw Problem.conflict("act-not-possible")
                    .with("act", act)
                    .with("state", state)
                    .toException();
        }
        boolean stopped = state == Round.State.SUSPENDED && act == Act.EXTENSION;
        boolean over = new VotePeriod(Objects.requireNonNull(round.openedAt()), round.deadline()).isOver(now);
        if (over && !stopped && act != Act.INCIDENT) {
            throw Problem.conflict("vote-is-over").with("act", act).toException();
        }
    }

    private void extend(UUID id, @Nullable Instant deadline, Instant now) {
        int changed = rounds.execute(
                "update round set deadline = ? where round = ? and deadline < ? and ? > ?",
                Rounds.timestamp(deadline),
                id,
                Rounds.timestamp(deadline),
                Rounds.timestamp(deadline),
                Rounds.timestamp(now));
        if (changed == 0) {
            throw Problem.unprocessable("deadline-not-later").toException();
        }
    }

    private RoundActRecorded event(Round round, Recorded recorded) {
        var words = json.createObjectNode()
                .put("round", round.round().toString())
                .put("number", recorded.number())
                .put("act", recorded.act().name())
                .put("document", recorded.document())
                .put("reason", recorded.reason())
                .put("at", recorded.at().toString());
        if (recorded.deadline() != null) {
            words.put("deadline", recorded.deadline().toString());
        }
        return new RoundActRecorded(
                round.process(),
                round.entity(),
                round.round(),
                recorded.number(),
                recorded.act(),
                recorded.deadline(),
                recorded.at(),
                CanonicalDocument.of(words).sha256());
    }

    List<Recorded> of(UUID round) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select number, act, document, reason, deadline, at"
                        + " from round_act where round = ? order by number")) {
            select.setObject(1, round);
            var found = new ArrayList<Recorded>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var deadline = row.getObject(5, OffsetDateTime.class);
                    found.add(new Recorded(
                            row.getInt(1),
                            Act.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            deadline == null ? null : deadline.toInstant(),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("the acts of a round could not be read", failed);
        }
    }
}
