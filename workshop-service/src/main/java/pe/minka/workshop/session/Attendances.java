package pe.minka.workshop.session;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who came, and when. Who came is known to the entity; how many, to everyone. */
@ApplicationScoped
class Attendances {

    private final AgroalDataSource database;
    private final Statements statements;

    Attendances(AgroalDataSource database, Statements statements) {
        this.statements = statements;
        this.database = database;
    }

    /**
     * @param present agents in the room
     * @param forQuorum those whose accreditation stands, as the roll that the quorum is of counts no others; an alternate only in
     *     the place of an absent principal of its organisation
     */
    record Presence(int present, int women, int men, int forQuorum) {}

    /**
     * By what right an agent may be at a session.
     *
     * @param endedAt when the accreditation ended; null while it stands
     * @param votes whether the agent is on the frozen roll of a round that is open: an accreditation that ends later
     *     takes nobody off it
     */
    record Standing(@Nullable Instant endedAt, boolean votes) {

        boolean admits(Instant at) {
            return endedAt == null || votes || !at.isAfter(endedAt);
        }
    }

    private static final String ENTITLED = """
            select a.agent, case when not a.accredited then coalesce(a.ended_at, '-infinity') end,
                exists (select from round r join roll_entry e on e.round = r.round and e.agent = a.agent
                    where r.process = a.process and r.state in ('OPEN', 'SUSPENDED'))
            from agent a where a.process = ? and a.agent = any (?)
            """;

    /** Those of the agents who were ever accredited. */
    Map<AgentId, Standing> entitled(ProcessId process, Collection<AgentId> agents) {
        Map<AgentId, Standing> found = new HashMap<>();
        statements.list(
                ENTITLED,
                row -> found.put(new AgentId(row.getObject(1, UUID.class)), standing(row)),
                process,
                agents.stream().map(AgentId::value).toArray(UUID[]::new));
        return found;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var endedAt = row.getObject(2, OffsetDateTime.class);
        return new Standing(endedAt == null ? null : endedAt.toInstant(), row.getBoolean(3));
    }

    /** How many of the arrivals are new: who is recorded already keeps the first arrival. */
    int record(UUID workshop, Map<AgentId, Instant> arrivals) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into attendance (workshop, agent, arrived_at, voice, vote)"
                                + " select w.workshop, t.agent, t.at, a.voice, a.vote"
                                + " from unnest(?::uuid[], ?::timestamptz[]) t (agent, at)"
                                + " join workshop w on w.workshop = ?"
                                + " join agent a on a.process = w.process and a.agent = t.agent on conflict do nothing")) {
            insert.setObject(3, workshop);
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            arrivals.keySet().stream().map(AgentId::value).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            arrivals.values().stream()
                                    .map(at -> at.atOffset(ZoneOffset.UTC).toString())
                                    .toArray()));
            return insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("an attendance could not be stored", failed);
        }
    }

    Presence of(UUID workshop) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PRESENCE)) {
            select.setObject(1, workshop);
            try (var row = select.executeQuery()) {
                row.next();
                return new Presence(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an attendance could not be counted", failed);
        }
    }

    private static final String PRESENCE = """
            with present as (
                select a.* from attendance t
                join workshop w on w.workshop = t.workshop
                join agent a on a.process = w.process and a.agent = t.agent
                where t.workshop = ?),
            represented as (
                select least(
                    count(*),
                    (select count(*) from agent a where a.process = p.process and a.organisation = p.organisation
                        and a.role = 'PRINCIPAL' and a.accredited)) as seats
                from present p where p.role in ('PRINCIPAL', 'ALTERNATE') and p.organisation is not null
                group by p.process, p.organisation)
            select (select count(*) from present),
                (select count(*) from present where sex = 'FEMALE'),
                (select count(*) from present where sex = 'MALE'),
                (select coalesce(sum(seats), 0) from represented)
                    + (select count(*) from present where accredited
                        and (organisation is null or role not in ('PRINCIPAL', 'ALTERNATE')))
            """;
}
