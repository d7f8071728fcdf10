package pe.minka.allocation.selection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.document.Documents;

import java.util.Optional;
import java.util.UUID;

/** The conditions of all rounds. */
@ApplicationScoped
class RoundConditions implements PanacheRepositoryBase<ConditionsRow, UUID> {

    private final Documents documents;

    RoundConditions(Documents documents) {
        this.documents = documents;
    }

    Optional<ConditionsRow> newest(UUID round) {
        return find("round = ?1 order by sequence desc", round).firstResultOptional();
    }

    /** Those that stand; none where none were declared. */
    Conditions of(UUID round) {
        return newest(round).map(this::conditions).orElse(Conditions.NONE);
    }

    Conditions conditions(ConditionsRow row) {
        return documents.read(row.conditions, Conditions.class);
    }
}
