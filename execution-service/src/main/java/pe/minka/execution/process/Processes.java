package pe.minka.execution.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Optional;
import java.util.UUID;

/** The processes that registry has called. */
@ApplicationScoped
public class Processes implements PanacheRepositoryBase<ProcessRow, UUID> {

    private final ObjectMapper json;

    Processes(ObjectMapper json) {
        this.json = json;
    }

    /** Answers 404 for a process that is not known here. */
    public CalledProcess require(ProcessId process) {
        return findByIdOptional(process.value())
                .map(ProcessRow::called)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** Nobody else decides on things of the whole process until the transaction ends. */
    public void lock(ProcessId process) {
        findById(process.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ordinance of a process; absent until registry's call has been heard. */
    public Optional<Regulation> regulationOf(ProcessId process) {
        return findByIdOptional(process.value()).map(each -> read(each.regulation));
    }

    private Regulation read(String document) {
        try {
            return new Regulation(json.readTree(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a regulation is kept as it was heard", impossible);
        }
    }
}
