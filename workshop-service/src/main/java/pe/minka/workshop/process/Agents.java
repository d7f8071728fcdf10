package pe.minka.workshop.process;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agents of the processes, as the registry accredited, replaced and revoked them. */
@ApplicationScoped
public class Agents {

    private static final String COLUMNS =
            "agent, organisation, organisation_kind, role, sex, age_band, language, zone, vote, accredited";

    private final AgroalDataSource database;

    Agents(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of the ids that are accredited in the process. */
    public Map<AgentId, Agent> accredited(ProcessId process, Collection<AgentId> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select " + COLUMNS + " from agent where process = ? and accredited and agent = any (?)")) {
            select.setObject(1, process.value());
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(AgentId::value).toArray()));
            var found = new HashMap<AgentId, Agent>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var agent = agent(row);
                    found.put(agent.agent(), agent);
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("agents could not be read", failed);
        }
    }

    public Optional<Agent> accredited(ProcessId process, AgentId id) {
        return Optional.ofNullable(accredited(process, java.util.List.of(id)).get(id));
    }

    /**
     * Whose credentials these are, as typed from their cards, of all who were ever accredited: whether they vote in a
     * round, its frozen roll says. Unknown ones are missing from the answer.
     */
    public Map<String, AgentId> everByCredential(ProcessId process, Collection<String> credentials) {
        Map<String, String> hashes = new HashMap<>();
        credentials.forEach(credential -> hashes.put(credential, CredentialCode.sha256Hex(process, credential)));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select credential_sha256, agent from agent"
                        + " where process = ? and credential_sha256 = any (?)")) {
            select.setObject(1, process.value());
            select.setArray(2, connection.createArrayOf("text", hashes.values().toArray()));
            var agents = new HashMap<String, AgentId>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    agents.put(row.getString(1), new AgentId(row.getObject(2, UUID.class)));
                }
            }
            var found = new HashMap<String, AgentId>();
            hashes.forEach((typed, hash) -> {
                var agent = agents.get(hash);
                if (agent != null) {
                    found.put(typed, agent);
                }
            });
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("credentials could not be read", failed);
        }
    }

    /** How many the roll counts: principals, officials, technical team; an alternate stands for its principal. */
    public int onRoll(ProcessId process) {
        return count("select count(*) from agent where process = ? and accredited and role <> 'ALTERNATE'", process);
    }

    public boolean rollIsPublished(ProcessId process) {
        return count("select count(*) from published_roll where process = ?", process) > 0;
    }

    /** Whether a training was held that somebody attended. */
    public boolean trainingIsHeld(ProcessId process) {
        return count("select count(*) from training_attendance where process = ?", process) > 0;
    }

    /** Whether the allocation declared the money of the process. */
    public boolean budgetIsDeclared(ProcessId process) {
        return count("select count(*) from declared_envelope where process = ?", process) > 0;
    }

    private int count(String query, ProcessId process) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, process.value());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("agents could not be counted", failed);
        }
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                new AgentId(row.getObject("agent", UUID.class)),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_kind"),
                row.getString("role"),
                row.getString("sex"),
                row.getString("age_band"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("vote"),
                row.getBoolean("accredited"));
    }

    void execute(String statement, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("what was heard could not be stored", failed);
        }
    }
}
