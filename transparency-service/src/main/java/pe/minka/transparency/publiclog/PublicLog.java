package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.ProcessId;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.AllocationFact.ModificationRecorded;
import pe.minka.transparency.fact.Fact;
import pe.minka.transparency.fact.FactListener;
import pe.minka.transparency.fact.Heard;
import pe.minka.transparency.fact.ProcessFact;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.fact.WorkshopFact.BallotsCommitted;
import pe.minka.transparency.fact.WorkshopFact.ChannelActRecorded;
import pe.minka.transparency.fact.WorkshopFact.ElectionProclaimed;
import pe.minka.transparency.fact.WorkshopFact.MinutesSealed;
import pe.minka.transparency.fact.WorkshopFact.ResultActSealed;
import pe.minka.transparency.fact.WorkshopFact.RollActRecorded;
import pe.minka.transparency.fact.WorkshopFact.RoundActRecorded;
import pe.minka.transparency.fact.WorkshopFact.RoundDeclared;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;
import pe.minka.transparency.finding.Finding;
import pe.minka.transparency.finding.FindingListener;
import pe.minka.transparency.publiclog.LogStore.Statement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What must never be unsaid goes into the log: rolls in figures, sealed minutes, commitments to ballots, results, acts,
 * also those on ballots of a channel, approvals, modifications, findings. It is fed by events and is no read model: a
 * rebuild finds everything there already.
 */
@Singleton
@Priority(FactListener.LOG)
class PublicLog implements FactListener, FindingListener {

    /** An entry of tlog-tiles has at most 65,535 bytes; what is longer is told in short, with its hash. */
    private static final int LONGEST = 60_000;

    /** What a long statement says in so many characters is told in its short form too. */
    private static final int SHORT = 300;

    private final LogStore store;
    private final ObjectMapper json;

    PublicLog(LogStore store, ObjectMapper json) {
        this.store = store;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Before the channels begin to hear. */
    void begin(@Observes @Priority(2) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(store::signEmptyTree);
    }

    @Override
    public void heard(List<Heard> facts) {
        var statements = new ArrayList<Statement>();
        for (Heard heard : facts) {
            if (heard.fact() instanceof BallotsCommitted ballots) {
                commit(heard.metadata().id(), ballots, statements);
            } else if (isSaidForEver(heard.fact())) {
                statements.add(said(heard.metadata().id(), heard.metadata().time(), (ProcessFact) heard.fact()));
            }
        }
        if (!statements.isEmpty()) {
            store.append(statements);
        }
    }

    private static boolean isSaidForEver(Fact fact) {
        return fact instanceof ProcessCalled
                || fact instanceof RollPublished
                || fact instanceof MinutesSealed
                || fact instanceof RoundDeclared
                || fact instanceof ChannelActRecorded
                || fact instanceof RoundActRecorded
                || fact instanceof RollActRecorded
                || fact instanceof RoundTallied
                || fact instanceof ResultActSealed
                || fact instanceof ElectionProclaimed
                || fact instanceof AgreementsActSigned
                || fact instanceof ApprovalRecorded
                || fact instanceof ModificationRecorded;
    }

    private Statement said(UUID event, Instant at, ProcessFact fact) {
        var kind = pe.minka.platform.runtime.events.EventNames.type("", fact.getClass())
                .split("\\.", -1)[2];
        return statement(event, 0, kind, fact.process(), fact.subject(), at, json.valueToTree(fact));
    }

    /** In the order of the commitments themselves and without a time: neither tells when a ballot was cast. */
    private void commit(UUID event, BallotsCommitted ballots, List<Statement> statements) {
        int part = 0;
        for (String commitment : ballots.commitments().stream().sorted().toList()) {
            ObjectNode statement = json.createObjectNode();
            statement.put("commitment", commitment);
            statement.put("round", ballots.round().toString());
            statements.add(
                    statement(event, part++, "ballot-committed", ballots.process(), commitment, null, statement));
        }
    }

    @Override
    public void raised(Finding finding) {
        append(finding.finding(), "finding-raised", finding.raisedAt(), finding);
    }

    @Override
    public void answered(Finding finding, UUID answer) {
        var at = finding.answers().get(finding.answers().size() - 1).answeredAt();
        append(answer, "finding-answered", at, finding);
    }

    @Override
    public void closed(Finding finding) {
        var id = UUID.nameUUIDFromBytes((finding.finding() + "/closed").getBytes(StandardCharsets.UTF_8));
        append(id, "finding-closed", finding.closedAt(), finding);
    }

    private void append(UUID event, String kind, @Nullable Instant at, Finding finding) {
        store.append(List.of(statement(
                event, 0, kind, finding.process(), finding.finding().toString(), at, json.valueToTree(finding))));
    }

    private Statement statement(
            UUID event,
            int part,
            String kind,
            ProcessId process,
            String subject,
            @Nullable Instant at,
            JsonNode statement) {
        var entry = entry(kind, process, subject, at, statement);
        if (entry.length > LONGEST) {
            entry = entry(kind, process, subject, at, shortened(statement));
        }
        return new Statement(event, part, kind, process.value(), subject, entry);
    }

    /** Without its lists and long texts: still found by its round, and held to the hashes that it names itself. */
    private ObjectNode shortened(JsonNode statement) {
        ObjectNode shortened = json.createObjectNode();
        statement.properties().forEach(member -> {
            if (member.getValue().isValueNode() && member.getValue().asText().length() <= SHORT) {
                shortened.set(member.getKey(), member.getValue());
            }
        });
        return shortened.put("statementSha256", Hashes.sha256Hex(canonical(statement)));
    }

    private byte[] entry(String kind, ProcessId process, String subject, @Nullable Instant at, JsonNode statement) {
        ObjectNode entry = json.createObjectNode();
        entry.put("kind", kind);
        entry.put("process", process.toString());
        entry.put("subject", subject);
        if (at != null) {
            entry.put("at", at.toString());
        }
        entry.set("statement", statement);
        return canonical(entry);
    }

    /** Members in the order of their names, nothing between them: the same fact is always the same bytes. */
    private byte[] canonical(JsonNode tree) {
        try {
            return json.writeValueAsBytes(json.treeToValue(tree, TreeMap.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not plain data: " + tree, impossible);
        }
    }
}
