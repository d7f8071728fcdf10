package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.SmallCells;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How many voted, as it may be told: in all, by periods of whole hours, and by channel once the vote is closed. While a
 * round is open its strike-offs are counted, once for all who ask meanwhile; what is closed was counted with the close.
 */
@ApplicationScoped
public class Turnout {

    /** From so many voters on a count is kept, for it reads them all. */
    private static final int MANY = 10_000;

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Statements statements;
    private final Map<UUID, CompletableFuture<Figures>> counting = new ConcurrentHashMap<>();
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Turnout(Statements statements) {
        this.statements = statements;
    }

    /** @param voters null where it is kept back */
    public record OfChannel(Channel channel, @Nullable Integer voters) {}

    /** @param byChannel empty while the vote lasts: from hour to hour it would tell the channel of those who came */
    public record Figures(int voters, List<TurnoutPeriod> periods, List<OfChannel> byChannel) {

        private static final Figures NONE = new Figures(0, List.of(), List.of());
    }

    private record Kept(Figures figures, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < KEPT_NANOS;
        }
    }

    public Figures of(UUID round, boolean prepared, boolean over) {
        if (prepared) {
            return Figures.NONE;
        }
        if (over) {
            kept.remove(round);
            return read("select hour, channel, voters, null from round_turnout where round = ?", round);
        }
        var known = kept.get(round);
        return known != null && known.isFresh() ? known.figures() : counted(round);
    }

    Figures of(Round round) {
        return of(
                round.round(),
                round.state() == Round.State.PREPARED,
                round.state().isOver());
    }

    private Figures counted(UUID round) {
        var mine = new CompletableFuture<Figures>();
        var first = counting.putIfAbsent(round, mine);
        if (first != null) {
            return first.join();
        }
        try {
            var figures = read(
                    "select hour, channel, count(*), date_trunc('hour', clock_timestamp(), 'UTC') from strike_off"
                            + " where round = ? group by hour, channel",
                    round);
            if (figures.voters() >= MANY) {
                kept.values().removeIf(each -> !each.isFresh());
                kept.put(round, new Kept(figures, System.nanoTime()));
            }
            mine.complete(figures);
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            counting.remove(round);
        }
        return mine.join();
    }

    /** @param running the hour that is not over; null once the vote is closed */
    private record Cell(
            Instant hour,
            Channel channel,
            int voters,
            @Nullable Instant running) {}

    private Figures read(String query, UUID round) {
        var cells = statements.list(
                query,
                row -> new Cell(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Channel.valueOf(row.getString(2)),
                        row.getInt(3),
                        instant(row.getObject(4, OffsetDateTime.class))),
                round);
        if (cells.isEmpty()) {
            return Figures.NONE;
        }
        var hours = new TreeMap<Instant, Integer>();
        var channels = new EnumMap<Channel, Integer>(Channel.class);
        cells.forEach(cell -> {
            hours.merge(cell.hour(), cell.voters(), Integer::sum);
            channels.merge(cell.channel(), cell.voters(), Integer::sum);
        });
        var running = cells.get(0).running();
        return new Figures(
                hours.values().stream().mapToInt(each -> each).sum(),
                TurnoutPeriod.of(hours, running),
                running == null ? shown(channels) : List.of());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<OfChannel> shown(Map<Channel, Integer> channels) {
        Map<String, Integer> counts = new TreeMap<>();
        channels.forEach((channel, voters) -> counts.put(channel.name(), voters));
        Map<String, SmallCells.Cell> cells = new TreeMap<>();
        SmallCells.publish(counts).forEach(cell -> cells.put(cell.key(), cell));
        return channels.keySet().stream()
                .map(channel -> new OfChannel(
                        channel,
                        Objects.requireNonNull(cells.get(channel.name())).count()))
                .toList();
    }

    /** Fixes the hours and channels of a round whose last voter was struck off. */
    void keep(UUID round) {
        statements.execute(
                "insert into round_turnout (round, hour, channel, voters)"
                        + " select round, hour, channel, count(*) from strike_off where round = ? group by 1, 2, 3",
                round);
    }
}
