package pe.minka.workshop.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Regulation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All rounds with their options. */
@ApplicationScoped
public class Rounds {

    private static final String COLUMNS =
            "round, process, entity, kind, title, rule, zone, budget, opens_at, closes_at, deadline, state, opened_at,"
                    + " closed_at, tallied_at, roll, turnout, blank, ballots_sha256, created_at";

    private final AgroalDataSource database;
    private final Statements statements;
    private final ObjectMapper json;
    private final ObjectReader rules;

    Rounds(AgroalDataSource database, Statements statements, ObjectMapper json) {
        this.database = database;
        this.statements = statements;
        this.json = json;
        this.rules = json.readerFor(Regulation.Ballot.class)
                .without(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    public Optional<Round> find(UUID id) {
        return read("where round = ?", id).stream().findFirst();
    }

    public Round known(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The round, which no other transaction changes before this one ends. */
    Round locked(UUID id) {
        return read("where round = ? for update", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** Makes other transactions that change the round wait for the end of this one. */
    public void lock(UUID id) {
        locked(id);
    }

    /** In the order of their announcement. */
    public List<Round> of(ProcessId process) {
        return read("where process = ? order by created_at, round", process.value());
    }

    /** @param after the last round of the page before; null for the first page */
    List<Round> of(ProcessId process, @Nullable UUID after, int limit) {
        return after == null
                ? read("where process = ? order by created_at, round limit ?", process.value(), limit)
                : read(
                        "where process = ? and (created_at, round) > (select created_at, round from round where round = ?)"
                                + " order by created_at, round limit ?",
                        process.value(),
                        after,
                        limit);
    }

    private List<Round> read(String where, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select " + COLUMNS + " from round " + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<Round>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(round(row, connection));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("rounds could not be read", failed);
        }
    }

    private Round round(ResultSet row, Connection connection) throws SQLException, JsonProcessingException {
        var id = row.getObject("round", UUID.class);
        return new Round(
                id,
                new ProcessId(row.getObject("process", UUID.class)),
                new EntityCode(row.getString("entity")),
                RoundKind.valueOf(row.getString("kind")),
                row.getString("title"),
                rules.readValue(row.getString("rule")),
                row.getString("zone"),
                soles(row, "budget"),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                instant(row, "deadline"),
                Round.State.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                instant(row, "tallied_at"),
                row.getObject("roll", Integer.class),
                row.getObject("turnout", Integer.class),
                row.getObject("blank", Integer.class),
                row.getString("ballots_sha256"),
                options(id, connection));
    }

    private static List<RoundOption> options(UUID round, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "select option, position, title, proposal, objective, zone, cost, origin, unique_investment_code, votes,"
                        + " score from round_option where round = ? order by position")) {
            select.setObject(1, round);
            var options = new ArrayList<RoundOption>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    options.add(new RoundOption(
                            row.getObject("option", UUID.class),
                            row.getInt("position"),
                            row.getString("title"),
                            row.getObject("proposal", UUID.class),
                            row.getObject("objective", UUID.class),
                            row.getString("zone"),
                            soles(row, "cost"),
                            row.getString("origin"),
                            row.getString("unique_investment_code"),
                            row.getObject("votes", Integer.class),
                            row.getObject("score", Long.class)));
                }
            }
            return options;
        }
    }

    public void add(Round round) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into round (round, process, entity, kind, title, rule, zone, budget, opens_at, closes_at,"
                                + " state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var insertOption = connection.prepareStatement(
                        "insert into round_option (round, option, position, title, proposal, objective, zone, cost,"
                                + " origin, unique_investment_code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, round.round());
            insert.setObject(2, round.process().value());
            insert.setString(3, round.entity().value());
            insert.setString(4, round.kind().name());
            insert.setString(5, round.title());
            insert.setString(6, json.writeValueAsString(round.rule()));
            insert.setString(7, round.zone());
            insert.setObject(8, centimos(round.budget()));
            insert.setObject(9, timestamp(round.opensAt()));
            insert.setObject(10, timestamp(round.closesAt()));
            insert.setString(11, round.state().name());
            insert.executeUpdate();
            for (RoundOption option : round.options()) {
                insertOption.setObject(1, round.round());
                insertOption.setObject(2, option.option());
                insertOption.setInt(3, option.position());
                insertOption.setString(4, option.title());
                insertOption.setObject(5, option.proposal());
                insertOption.setObject(6, option.objective());
                insertOption.setString(7, option.zone());
                insertOption.setObject(8, centimos(option.cost()));
                insertOption.setString(9, option.origin());
                insertOption.setString(10, option.uniqueInvestmentCode());
                insertOption.addBatch();
            }
            insertOption.executeBatch();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("a round could not be stored", failed);
        }
    }

    /** What the database's clock shows: the one clock of a vote. */
    public Instant now() {
        return statements
                .find(
                        "select clock_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .orElseThrow();
    }

    /** Runs a change of what belongs to a round; {@code ?} are the values in turn. */
    int execute(String command, @Nullable Object... values) {
        return statements.execute(command, values);
    }

    /** The one number that a query answers. */
    int count(String query, @Nullable Object... values) {
        return statements.count(query, values);
    }

    /**
     * Voters struck off who stand on the roll: all, unless somebody touched the database. An intersection, since a round that
     * has just been filled is unknown to the planner, who would take a join of it for one of a few rows.
     */
    int struckOffTheRoll(UUID round) {
        return count(
                "select count(*) from (select agent, seat from strike_off where round = ?"
                        + " intersect select agent, seat from roll_entry where round = ?) both_sides",
                round,
                round);
    }

    /** Paper voters without a valid ballot in the box, as the reconciled tables and the acts on them say. */
    int withoutBallot(UUID round) {
        return count("select coalesce(sum(without_ballot), 0) from paper_table where round = ?", round);
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long centimos(@Nullable Soles soles) {
        return soles == null ? null : soles.centimos();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getObject(column, OffsetDateTime.class);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Soles soles(ResultSet row, String column) throws SQLException {
        var centimos = row.getObject(column, Long.class);
        return centimos == null ? null : new Soles(centimos);
    }
}
