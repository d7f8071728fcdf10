package pe.minka.workshop.decision;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.process.BudgetProcess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All decisions, numbered within their process. */
@ApplicationScoped
class Decisions {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Statements statements;
    private final Documents documents;

    Decisions(Statements statements, Documents documents) {
        this.statements = statements;
        this.documents = documents;
    }

    /** @param number counts the decisions of the process from 1 */
    record Recorded(UUID id, int number, Decision decision, Decision.Outcome outcome) {}

    /** One writer of a process at a time: the row of the process is what they wait for. */
    Recorded add(BudgetProcess process, Decision decision, Instant now) {
        statements.list("select 1 from process where process = ? for update", row -> true, process.process());
        var id = UUID.randomUUID();
        int number = statements.count(
                "insert into decision (decision, process, entity, number, matter, body, method, outcome, decided_on,"
                        + " document, in_favour, against, abstained, objections, workshop, round, recorded_at) select ?, ?, ?,"
                        + " (select count(*) + 1 from decision where process = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " returning number",
                id,
                process.process(),
                process.entity(),
                process.process(),
                decision.matter(),
                decision.body(),
                decision.method(),
                decision.outcome(),
                decision.decidedOn(),
                decision.document(),
                decision.inFavour(),
                decision.against(),
                decision.abstained(),
                documents.write(decision.objectionsSaid()),
                decision.workshop(),
                decision.round(),
                now);
        return new Recorded(id, number, decision, decision.outcome());
    }

    List<Recorded> of(ProcessId process) {
        return statements.list(
                "select decision, number, matter, body, method, outcome, decided_on, document, in_favour, against,"
                        + " abstained, objections, workshop, round from decision where process = ? order by number",
                this::recorded,
                process);
    }

    private Recorded recorded(ResultSet row) throws SQLException {
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
                        documents.read(row.getString("objections"), TEXTS),
                        row.getObject("workshop", UUID.class),
                        row.getObject("round", UUID.class)),
                Decision.Outcome.valueOf(row.getString("outcome")));
    }
}
