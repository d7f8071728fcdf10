package pe.minka.workshop.session;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Who came, and when. Who came is known to the entity; how many, to everyone. */
@ApplicationScoped
class Attendances {

    private final AgroalDataSource database;

    Attendances(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param present agents in the room
     * @param forQuorum the same, an alternate counting only in the place of an absent principal of its organisation
     */
    record Presence(int present, int women, int men, int forQuorum) {}

    /** How many of the arrivals are new: who is recorded already keeps the first arrival. */
    int record(UUID workshop, Map<AgentId, Instant> arrivals) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into attendance (workshop, agent, arrived_at)"
                        + " select ?, * from unnest(?::uuid[], ?::timestamptz[]) on conflict do nothing")) {
            insert.setObject(1, workshop);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            arrivals.keySet().stream().map(AgentId::value).toArray()));
            insert.setArray(
                    3,
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
                    + (select count(*) from present where organisation is null or role not in ('PRINCIPAL', 'ALTERNATE'))
            """;
}
