package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Suspends, resumes or extends an open round by a recorded act. No ballot that is in the box is touched by any of it. */
@ApplicationScoped
class ActOnRound {

    private final Rounds rounds;
    private final RoundLock lock;
    private final AgroalDataSource database;

    ActOnRound(Rounds rounds, RoundLock lock, AgroalDataSource database) {
        this.rounds = rounds;
        this.lock = lock;
        this.database = database;
    }

    enum Act {
        SUSPENSION,
        RESUMPTION,
        EXTENSION,
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
        if (!isPossible(act, round.state())) {
            throw Problem.conflict("act-not-possible")
                    .with("act", act)
                    .with("state", round.state())
                    .toException();
        }
        if ((act == Act.EXTENSION) != (deadline != null)) {
            throw Problem.unprocessable("deadline-of-extension").toException();
        }
        switch (act) {
            case SUSPENSION -> rounds.execute("update round set state = 'SUSPENDED' where round = ?", id);
            case RESUMPTION -> rounds.execute("update round set state = 'OPEN' where round = ?", id);
            case EXTENSION -> extend(id, deadline);
            case INCIDENT -> {}
        }
        rounds.execute(
                "insert into round_act (round, number, act, document, reason, deadline, former_deadline, at)"
                        + " select ?, count(*) + 1, ?, ?, ?, ?, ?, clock_timestamp() from round_act where round = ?",
                id,
                act.name(),
                document,
                reason,
                Rounds.timestamp(deadline),
                act == Act.EXTENSION ? Rounds.timestamp(round.deadline()) : null,
                id);
        var all = of(id);
        return all.get(all.size() - 1);
    }

    private static boolean isPossible(Act act, Round.State state) {
        return switch (act) {
            case SUSPENSION -> state == Round.State.OPEN;
            case RESUMPTION -> state == Round.State.SUSPENDED;
            case EXTENSION, INCIDENT -> state == Round.State.OPEN || state == Round.State.SUSPENDED;
        };
    }

    private void extend(UUID id, @Nullable Instant deadline) {
        int changed = rounds.execute(
                "update round set deadline = ? where round = ? and deadline is not null and deadline < ?"
                        + " and ? > clock_timestamp()",
                Rounds.timestamp(deadline),
                id,
                Rounds.timestamp(deadline),
                Rounds.timestamp(deadline));
        if (changed == 0) {
            throw Problem.unprocessable("deadline-not-later").toException();
        }
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
