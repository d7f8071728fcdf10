package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;

/** The entities that are known. */
@ApplicationScoped
public class Entities {

    private final EntityManager database;

    Entities(EntityManager database) {
        this.database = database;
    }

    /** Refuses as unknown what is not there. */
    public KnownEntity known(EntityCode code) {
        return get(code).known();
    }

    Optional<GoverningEntity> find(EntityCode code) {
        return Optional.ofNullable(database.find(GoverningEntity.class, code.value()));
    }

    GoverningEntity get(EntityCode code) {
        return find(code).orElseThrow(() -> Problem.notFound().toException());
    }

    List<GoverningEntity> list(String prefix, @Nullable EntityKind kind, @Nullable String after, int limit) {
        var query = database.createQuery(
                "from GoverningEntity where ubigeo like :prefix and code > :after"
                        + (kind == null ? "" : " and kind = :kind")
                        + " order by code",
                GoverningEntity.class);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query.setParameter("prefix", prefix + "%")
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those that govern a territory: of a capital district also the provincial municipality. */
    List<GoverningEntity> governing(String ubigeo) {
        return database
                .createQuery("from GoverningEntity where ubigeo like :prefix order by code", GoverningEntity.class)
                .setParameter("prefix", ubigeo + "%")
                .getResultList()
                .stream()
                .filter(entity -> entity.governs().stream()
                        .anyMatch(governed -> governed.value().equals(ubigeo)))
                .toList();
    }

    Optional<Territory> territory(String ubigeo) {
        return Optional.ofNullable(database.find(Territory.class, ubigeo));
    }

    /** The territories one level below: provinces of a region, districts of a province. */
    List<Territory> parts(String ubigeo) {
        return database.createQuery(
                        "from Territory where ubigeo like :prefix and length(ubigeo) = :length order by ubigeo",
                        Territory.class)
                .setParameter("prefix", ubigeo + "%")
                .setParameter("length", ubigeo.length() + 2)
                .getResultList();
    }

    /** How many provinces of a region have a municipality. */
    public int provincialMunicipalities(Ubigeo region) {
        return count(region, EntityKind.PROVINCIAL_MUNICIPALITY);
    }

    /** How many district municipalities a province has, its capital not counted. */
    public int districtMunicipalities(Ubigeo province) {
        return count(province, EntityKind.DISTRICT_MUNICIPALITY);
    }

    private int count(Ubigeo within, EntityKind kind) {
        return database.createQuery(
                        "select count(*) from GoverningEntity where ubigeo like :prefix and kind = :kind", Long.class)
                .setParameter("prefix", within.value() + "%")
                .setParameter("kind", kind)
                .getSingleResult()
                .intValue();
    }

    void add(GoverningEntity entity) {
        database.persist(entity);
        database.flush();
    }

    /** Sends pending changes now, so that an answer carries the version that they made. */
    void flush() {
        database.flush();
    }

    /** People in all districts of a territory. */
    long population(String ubigeo) {
        return database.createQuery(
                        "select coalesce(sum(population), 0) from Territory where ubigeo like :prefix and level = 'DISTRICT'",
                        Long.class)
                .setParameter("prefix", ubigeo + "%")
                .getSingleResult();
    }
}
