package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many voted by the hour, which is the finest time that is kept. While a round is open its strike-offs are counted,
 * once for all who ask meanwhile; what is closed was counted with the close.
 */
@ApplicationScoped
class Turnout {

    private final Statements statements;
    private final Map<UUID, CompletableFuture<List<RoundView.HourView>>> counting = new ConcurrentHashMap<>();

    Turnout(Statements statements) {
        this.statements = statements;
    }

    List<RoundView.HourView> byHour(Round round) {
        return switch (round.state()) {
            case PREPARED -> List.of();
            case OPEN, SUSPENDED -> counted(round.round());
            case CLOSED, TALLIED -> hours("select hour, sum(voters) from round_turnout", round.round());
        };
    }

    private List<RoundView.HourView> counted(UUID round) {
        var mine = new CompletableFuture<List<RoundView.HourView>>();
        var first = counting.putIfAbsent(round, mine);
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(hours("select hour, count(*) from strike_off", round));
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            counting.remove(round);
        }
        return mine.join();
    }

    private List<RoundView.HourView> hours(String counts, UUID round) {
        return statements.list(
                counts + " where round = ? group by hour order by hour",
                row -> new RoundView.HourView(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2)),
                round);
    }

    /** Fixes the hours and channels of a round whose last voter was struck off. */
    void keep(UUID round) {
        statements.execute(
                "insert into round_turnout (round, hour, channel, voters)"
                        + " select round, hour, channel, count(*) from strike_off where round = ? group by 1, 2, 3",
                round);
    }
}
