package pe.minka.registry.process;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventMetadata;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is on record for a process: of this service, and of the others by their events. */
@ApplicationScoped
class Records {

    private final EntityManager database;
    private final Map<String, EvidenceSource> sources = new HashMap<>();

    Records(EntityManager database, @All List<EvidenceSource> sources) {
        this.database = database;
        for (EvidenceSource source : sources) {
            source.requirements().forEach(requirement -> this.sources.put(requirement, source));
        }
    }

    Evidence of(BudgetProcess process) {
        return requirement -> switch (requirement.requires()) {
            case "ORDINANCE_IN_FORCE" -> process.regulation().hasOrdinance() ? 1 : 0;
            case "CALL_PUBLISHED" -> CallRules.different(process.channels());
            case "RESPONSIBLE_UNIT_NAMED" ->
                process.phases().stream().allMatch(phase -> phase.responsibleUnit() != null) ? 1 : 0;
            default -> count(requirement, process.entity(), process.id(), process.calledOn(), process.regulation());
        };
    }

    int count(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation) {
        var source = sources.get(requirement.requires());
        if (source != null) {
            return source.countOf(requirement, entity, process, calledOn, regulation);
        }
        return process == null ? 0 : told(requirement, process);
    }

    private int told(Requirement requirement, ProcessId process) {
        return ((Number) database.createNativeQuery("select count(*) from evidence where process = :process"
                                + " and (requirement = :requirement or starts_with(requirement, :family))")
                        .setParameter("process", process.value())
                        .setParameter("requirement", requirement.key())
                        .setParameter("family", requirement.key() + "/")
                        .getSingleResult())
                .intValue();
    }

    /** Notes what another service recorded; the same thing told twice counts once. */
    void note(EventMetadata event, ProcessId process, String requirement, String subject) {
        database.createNativeQuery("insert into evidence (event_id, process, requirement, subject, occurred_at)"
                        + " values (:event, :process, :requirement, :subject, :at) on conflict do nothing")
                .setParameter("event", event.id())
                .setParameter("process", process.value())
                .setParameter("requirement", requirement)
                .setParameter("subject", subject)
                .setParameter("at", OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .executeUpdate();
    }
}
