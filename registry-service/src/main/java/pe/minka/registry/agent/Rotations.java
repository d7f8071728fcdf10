package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.regulation.SeatRotation;
import pe.minka.registry.rotation.BodySessions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rotation of seats: who sat lately makes room for another, unless reason and handover are on record. */
@ApplicationScoped
class Rotations {

    private final EntityManager database;
    private final BodySessions sessions;
    private final Clock clock;

    Rotations(EntityManager database, BodySessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** An exception that was made, for staff. */
    record Overridden(UUID agent, String body, String reason, String handover, Instant at) {}

    /** The rotations that this person's accreditation would break. */
    List<SeatRotation> broken(CalledProcess process, AccreditAgent.Candidate candidate, UUID person) {
        var organisation = candidate.organisation();
        if (organisation == null
                || (candidate.role() != AgentRole.PRINCIPAL && candidate.role() != AgentRole.ALTERNATE)) {
            return List.of();
        }
        return process.regulation().rotations().stream()
                .filter(rotation -> rotation.heldBy().isEmpty()
                        || rotation.heldBy().contains(organisation.kind().name()))
                .filter(rotation -> sessions.satLately(process.entity(), rotation.body(), person, rotation.sessions()))
                .toList();
    }

    /** What stands against it: each rotation that has no override, or admits none. */
    static List<Unmet> unmet(List<SeatRotation> broken, AccreditAgent.Candidate candidate) {
        var unmet = new ArrayList<Unmet>();
        for (SeatRotation rotation : broken) {
            if (!rotation.overridable()) {
                unmet.add(new Unmet(
                        "/documentNumber",
                        "rotation-without-exception",
                        String.valueOf(rotation.sessions()),
                        rotation.law()));
            } else if (candidate.rotationOverride() == null) {
                unmet.add(new Unmet(
                        "/rotationOverride", "rotation-forbids", String.valueOf(rotation.sessions()), rotation.law()));
            }
        }
        return unmet;
    }

    void note(ProcessId process, AgentId agent, List<SeatRotation> broken, RotationOverride override, String account) {
        for (SeatRotation rotation : broken) {
            database.createNativeQuery(
                            "insert into rotation_override (agent, body, process, reason, handover, recorded_at, recorded_by)"
                                    + " values (:agent, :body, :process, :reason, :handover, :now, :by)")
                    .setParameter("agent", agent.value())
                    .setParameter("body", rotation.body())
                    .setParameter("process", process.value())
                    .setParameter("reason", override.reason())
                    .setParameter("handover", override.handover())
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .setParameter("by", account)
                    .executeUpdate();
        }
    }

    Map<String, Integer> overridesByBody(ProcessId process) {
        var counts = new HashMap<String, Integer>();
        overrides(process).forEach(overridden -> counts.merge(overridden.body(), 1, Integer::sum));
        return counts;
    }

    List<Overridden> overrides(ProcessId process) {
        List<?> rows = database.createNativeQuery(
                        "select agent, body, reason, handover, recorded_at from rotation_override"
                                + " where process = :process order by recorded_at, agent",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Overridden(
                        row.get("agent", UUID.class),
                        row.get("body", String.class),
                        row.get("reason", String.class),
                        row.get("handover", String.class),
                        row.get("recorded_at", Instant.class)))
                .toList();
    }
}
