package pe.minka.workshop.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.util.Optional;

/** The processes that the registry called. */
@ApplicationScoped
public class Processes {

    private final AgroalDataSource database;
    private final ObjectReader regulations;
    private final Caller caller;

    Processes(AgroalDataSource database, ObjectMapper json, Caller caller) {
        this.database = database;
        this.regulations = json.readerFor(Regulation.class)
                .without(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.caller = caller;
    }

    public Optional<BudgetProcess> find(ProcessId process) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select entity, regulation from process where process = ?")) {
            select.setObject(1, process.value());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new BudgetProcess(
                                process, new EntityCode(row.getString(1)), regulations.readValue(row.getString(2))))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("a process could not be read", failed);
        }
    }

    /** The process, where it is known; what happens in it is public. */
    public BudgetProcess known(ProcessId process) {
        return find(process).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The process, where the caller acts for its entity; any other answers as if there were none. */
    public BudgetProcess ofCaller(ProcessId process) {
        var found = known(process);
        caller.mustActFor(found.entity());
        return found;
    }

    void called(ProcessId process, EntityCode entity, String ubigeo, String name, int fiscalYear, JsonNode regulation) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into process (process, entity, ubigeo, name, fiscal_year, regulation)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (process) do nothing")) {
            insert.setObject(1, process.value());
            insert.setString(2, entity.value());
            insert.setString(3, ubigeo);
            insert.setString(4, name);
            insert.setInt(5, fiscalYear);
            insert.setString(6, regulation.toString());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a process could not be stored", failed);
        }
    }
}
