package pe.minka.allocation.compliance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far all agreements are kept. */
@ApplicationScoped
class Fulfilments implements PanacheRepositoryBase<FulfilmentRow, UUID> {

    Optional<FulfilmentRow> ofWork(UUID work) {
        return find("work", work).firstResultOptional();
    }

    Map<UUID, FulfilmentRow> of(ProcessId process) {
        return list("process", process).stream().collect(Collectors.toMap(row -> row.agreement, row -> row));
    }

    void move(UUID work, Stage stage) {
        ofWork(work).ifPresent(row -> row.stage = stage);
    }
}
