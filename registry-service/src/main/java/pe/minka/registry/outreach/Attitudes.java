package pe.minka.registry.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** How stakeholders stood towards a process, one attitude after another. For its staff alone. */
@ApplicationScoped
class Attitudes {

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    Attitudes(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param because absent for the first */
    record Noted(Stakeholder.Attitude attitude, @Nullable String because, Instant notedAt) {}

    /** The one that the stakeholder has now. */
    void note(Stakeholder stakeholder, @Nullable String because) {
        database.createNativeQuery(
                        "insert into stakeholder_attitude (stakeholder, attitude, because, noted_at, noted_by)"
                                + " values (:stakeholder, :attitude, cast(:because as text), :now, :by)")
                .setParameter("stakeholder", stakeholder.id())
                .setParameter("attitude", stakeholder.attitude().name())
                .setParameter("because", because)
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("by", caller.subject())
                .executeUpdate();
    }

    /** The oldest first. */
    List<Noted> of(UUID stakeholder) {
        List<?> rows = database.createNativeQuery(
                        "select attitude, because, noted_at from stakeholder_attitude"
                                + " where stakeholder = :stakeholder order by id",
                        Tuple.class)
                .setParameter("stakeholder", stakeholder)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Noted(
                        Stakeholder.Attitude.valueOf(row.get("attitude", String.class)),
                        row.get("because", String.class),
                        row.get("noted_at", Instant.class)))
                .toList();
    }
}
