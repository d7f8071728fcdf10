package pe.minka.execution.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Optional;
import java.util.UUID;

/** The processes that registry has called. */
@ApplicationScoped
public class Processes implements PanacheRepositoryBase<BudgetProcess, UUID> {

    private final ObjectMapper json;

    Processes(ObjectMapper json) {
        this.json = json;
    }

    /** Answers 404 for a process that is not known here. */
    public BudgetProcess require(ProcessId process) {
        return findByIdOptional(process.value())
                .orElseThrow(() -> Problem.notFound().toException());
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
