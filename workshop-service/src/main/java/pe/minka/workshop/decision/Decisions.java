package pe.minka.workshop.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.workshop.process.BudgetProcess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All decisions, numbered within their process. */
@ApplicationScoped
class Decisions {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Decisions(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param number counts the decisions of the process from 1 */
    record Recorded(UUID id, int number, Decision decision, Decision.Outcome outcome) {}

    /** One writer of a process at a time: the row of the process is what they wait for. */
    Recorded add(BudgetProcess process, Decision decision, Instant now) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select 1 from process where process = ? for update");
                var insert = connection.prepareStatement("insert into decision (decision, process, entity, number,"
                        + " matter, body, method, outcome, decided_on, document, in_favour, against, abstained,"
                        + " objections, workshop, round, recorded_at) select ?, ?, ?,"
                        + " (select count(*) + 1 from decision where process = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " returning number")) {
            lock.setObject(1, process.process().value());
            lock.execute();
            var id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setObject(2, process.process().value());
            insert.setString(3, process.entity().value());
            insert.setObject(4, process.process().value());
            insert.setString(5, decision.matter());
            insert.setString(6, decision.body().name());
            insert.setString(7, decision.method().name());
            insert.setString(8, decision.outcome().name());
            insert.setObject(9, decision.decidedOn());
            insert.setString(10, decision.document());
            insert.setObject(11, decision.inFavour());
            insert.setObject(12, decision.against());
            insert.setObject(13, decision.abstained());
            insert.setString(14, json.writeValueAsString(decision.objectionsSaid()));
            insert.setObject(15, decision.workshop());
            insert.setObject(16, decision.round());
            insert.setObject(17, now.atOffset(ZoneOffset.UTC));
            try (var row = insert.executeQuery()) {
                row.next();
                return new Recorded(id, row.getInt(1), decision, decision.outcome());
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("a decision could not be stored", failed);
        }
    }

    List<Recorded> of(ProcessId process) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select decision, number, matter, body, method, outcome,"
                        + " decided_on, document, in_favour, against, abstained, objections, workshop, round"
                        + " from decision where process = ? order by number")) {
            select.setObject(1, process.value());
            var found = new ArrayList<Recorded>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(recorded(row));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("decisions could not be read", failed);
        }
    }

    private Recorded recorded(ResultSet row) throws SQLException, JsonProcessingException {
        return new Recorded(
                row.getObject("decision", UUID.class),
                row.getInt("number"),
                new Decision(
                        row.getString("matter"),
                        Decision.Body.valueOf(row.getString("body")),
                        Decision.Method.valueOf(row.getString("method")),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("document"),
                        row.getObject("in_favour", Integer.class),
                        row.getObject("against", Integer.class),
                        row.getObject("abstained", Integer.class),
                        json.readValue(row.getString("objections"), TEXTS),
                        row.getObject("workshop", UUID.class),
                        row.getObject("round", UUID.class)),
                Decision.Outcome.valueOf(row.getString("outcome")));
    }
}
