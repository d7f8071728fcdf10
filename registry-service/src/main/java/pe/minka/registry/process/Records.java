package pe.minka.registry.process;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.EventMetadata;
import pe.minka.platform.runtime.persistence.Statements;
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
    private final Statements statements;
    private final Map<String, EvidenceSource> sources = new HashMap<>();

    Records(EntityManager database, Statements statements, @All List<EvidenceSource> sources) {
        this.database = database;
        this.statements = statements;
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

    /** Notes what was declared; a later declaration of the purse takes its place, whatever the order of their arrival. */
    void noteEnvelope(EventMetadata event, ProcessId process, String purse, Soles amount, String sharePercent) {
        statements.execute(
                "insert into told_envelope (process, purse, centimos, share_percent, told_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (process, purse) do update set centimos = excluded.centimos,"
                        + " share_percent = excluded.share_percent, told_at = excluded.told_at"
                        + " where told_envelope.told_at <= excluded.told_at",
                process,
                purse,
                amount,
                sharePercent,
                event.time());
    }

    /** Notes how many were elected; a later election of the kind takes its place. */
    void noteElected(EventMetadata event, ProcessId process, String kind, int elected) {
        statements.execute(
                "insert into told_election (process, kind, elected, told_at) values (?, ?, ?, ?)"
                        + " on conflict (process, kind) do update set elected = excluded.elected, told_at = excluded.told_at"
                        + " where told_election.told_at <= excluded.told_at",
                process,
                kind,
                elected,
                event.time());
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
