package pe.minka.registry.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The regulations with all their texts. */
@ApplicationScoped
public class Regulations {

    private final EntityManager database;

    Regulations(EntityManager database) {
        this.database = database;
    }

    Optional<RegulationRecord> find(String identifier) {
        return Optional.ofNullable(database.find(RegulationRecord.class, identifier));
    }

    Optional<RegulationRecord> findForChange(String identifier) {
        return Optional.ofNullable(database.find(RegulationRecord.class, identifier, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A published text as a process of that level is bound to it; the newest where no version is asked for. */
    public Optional<Regulation> publishedFor(String identifier, @Nullable Integer version, String level) {
        return find(identifier)
                .flatMap(known -> text(identifier, version == null ? known.newest() : version))
                .map(text -> text.boundAt(level));
    }

    /** The text of a regulation that was in force on a day, as a process of that level is bound to it. */
    public Optional<Regulation> inForceFor(String identifier, String level, LocalDate day) {
        return inForce(identifier, day).map(text -> text.boundAt(level));
    }

    Optional<RegulationVersion> text(String identifier, int version) {
        return Optional.ofNullable(database.find(RegulationVersion.class, RegulationVersion.idOf(identifier, version)));
    }

    /** The text in force on a day; where several are, the newest. */
    Optional<RegulationVersion> inForce(String identifier, LocalDate day) {
        return database.createQuery(
                        "from RegulationVersion where identifier = :identifier and effectiveFrom <= :day"
                                + " and (effectiveUntil is null or effectiveUntil >= :day)"
                                + " order by version desc",
                        RegulationVersion.class)
                .setParameter("identifier", identifier)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The national norm in force on a day. */
    Optional<RegulationVersion> nationalNorm(LocalDate day) {
        return database.createQuery(
                        "from RegulationVersion where level = 'NATIONAL' and effectiveFrom <= :day"
                                + " and (effectiveUntil is null or effectiveUntil >= :day)"
                                + " order by effectiveFrom desc, version desc",
                        RegulationVersion.class)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * What a process of an entity is bound to when it is called on a day.
     *
     * @return empty where there is no such regulation for that entity and level, or none in force that day
     */
    public Optional<Regulation> binding(String identifier, EntityCode entity, String level, LocalDate day) {
        return find(identifier)
                .filter(regulation -> regulation.entity() == null || entity.equals(regulation.entity()))
                .flatMap(regulation -> inForce(identifier, day))
                .filter(text -> text.level().equals("NATIONAL") || text.level().equals(level))
                .map(text -> text.boundAt(level));
    }

    List<RegulationRecord> list(@Nullable EntityCode entity, @Nullable String after, int limit) {
        var query = database.createQuery(
                "from RegulationRecord where identifier > :after"
                        + (entity == null ? "" : " and entity = :entity")
                        + " order by identifier",
                RegulationRecord.class);
        if (entity != null) {
            query.setParameter("entity", entity);
        }
        return query.setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<RegulationVersion> texts(String identifier) {
        return database.createQuery(
                        "from RegulationVersion where identifier = :identifier order by version",
                        RegulationVersion.class)
                .setParameter("identifier", identifier)
                .getResultList();
    }

    void add(RegulationRecord regulation, RegulationVersion text) {
        database.persist(regulation);
        database.flush();
        database.persist(text);
    }

    void add(RegulationVersion text) {
        database.persist(text);
    }
}
