package pe.minka.workshop.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.room.HandCounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What roll, tables and room left on record of a round, as its act tells it: numbers and acts, never who voted. */
@ApplicationScoped
class ChannelRecords {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Statements statements;
    private final HandCounts hands;

    ChannelRecords(Statements statements, HandCounts hands) {
        this.statements = statements;
        this.hands = hands;
    }

    /** In their order; of an upheld objection also what it took off the roll, so that it can be put back. */
    ArrayNode rollActs(UUID round) {
        return array(statements.list(
                "select a.number, a.act, a.agent, a.document, a.reason, a.at, r.seat, r.zone"
                        + " from roll_act a left join roll_removed r using (round, number)"
                        + " where round = ? order by number",
                row -> {
                    var act = JSON.objectNode()
                            .put("number", row.getInt(1))
                            .put("act", row.getString(2))
                            .put("agent", row.getString(3))
                            .put("document", row.getString(4))
                            .put("reason", row.getString(5))
                            .put(
                                    "at",
                                    row.getObject(6, OffsetDateTime.class)
                                            .toInstant()
                                            .toString());
                    put(act, "seat", row.getString(7));
                    put(act, "zone", row.getString(8) == null ? null : PublishedRoll.zone(row.getString(8)));
                    return act;
                },
                round));
    }

    /**
     * Each with what became of the ballots that it was given, the hashes of the photographs of its sheets, and the act
     * that settled it, where one had to.
     */
    ArrayNode paperTables(UUID round) {
        return array(statements.list(
                "select t.label, t.issued, t.voters, t.used, t.spoiled, t.returned, t.invalid, t.without_ballot,"
                        + " e.document, array(select s.sha256::text from paper_sheet s where s.\"table\" = t.\"table\""
                        + " order by s.sha256) from paper_table t"
                        + " left join paper_entry e on e.\"table\" = t.\"table\" and e.number = 3"
                        + " and e.reading = (select coalesce(max(r.number), 1) from paper_reconciliation r"
                        + " where r.\"table\" = t.\"table\")"
                        + " where t.round = ? order by t.label",
                ChannelRecords::table,
                round));
    }

    private static ObjectNode table(ResultSet row) throws SQLException {
        var table = JSON.objectNode()
                .put("label", row.getString(1))
                .put("issued", row.getInt(2))
                .put("voters", row.getObject(3, Integer.class))
                .put("used", row.getObject(4, Integer.class))
                .put("spoiled", row.getObject(5, Integer.class))
                .put("returned", row.getObject(6, Integer.class))
                .put("invalid", row.getObject(7, Integer.class))
                .put("withoutBallot", row.getInt(8));
        put(table, "document", row.getString(9));
        var sheets = table.putArray("sheets");
        for (String sha256 : (String[]) row.getArray(10).getArray()) {
            sheets.add(sha256);
        }
        return table;
    }

    /** Those on which both tellers agreed: how many were struck off, and how many of them raised no hand. */
    ArrayNode handCounts(UUID round) {
        return array(hands.agreed(round).stream()
                .map(count -> JSON.objectNode()
                        .put("number", count.number())
                        .put("workshop", count.workshop().toString())
                        .put("present", count.present())
                        .put("abstained", count.present() - count.raised()))
                .toList());
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static ArrayNode array(List<ObjectNode> items) {
        var array = JSON.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
