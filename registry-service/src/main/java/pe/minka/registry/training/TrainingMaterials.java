package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.training.TrainingMaterial.Capacity;
import pe.minka.registry.training.TrainingMaterial.Validation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The materials of the training of each process. */
@ApplicationScoped
class TrainingMaterials {

    private static final String MATERIALS =
            "select m.id, m.title, m.topics, m.kind, m.language, m.sha256, m.media_type, m.bytes, m.address,"
                    + " (select count(*) from training_material_use u where u.material = m.id) as used_in"
                    + " from training_material m where m.process = :process";

    private final EntityManager database;
    private final Clock clock;

    TrainingMaterials(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@code false} where the process has that very file already. */
    boolean add(ProcessId process, TrainingMaterial material) {
        var file = material.file();
        return database.createNativeQuery(
                                "insert into training_material (id, process, title, topics, kind, language, sha256, media_type, bytes, address, recorded_at)"
                                        + " values (:id, :process, :title, :topics, :kind, :language, cast(:sha256 as text), cast(:mediaType as text),"
                                        + " cast(:bytes as bigint), cast(:address as text), :now) on conflict do nothing")
                        .setParameter("id", material.id())
                        .setParameter("process", process.value())
                        .setParameter("title", material.title())
                        .setParameter("topics", String.join(",", material.topics()))
                        .setParameter("kind", material.kind().name())
                        .setParameter("language", material.language())
                        .setParameter("sha256", file == null ? null : file.sha256())
                        .setParameter("mediaType", file == null ? null : file.mediaType())
                        .setParameter("bytes", file == null ? null : String.valueOf(file.bytes()))
                        .setParameter("address", file == null ? null : file.address())
                        .setParameter("now", now())
                        .executeUpdate()
                == 1;
    }

    /** Once for each culture and validator, whatever arrives again. */
    void validated(UUID material, Validation validation) {
        database.createNativeQuery(
                        "insert into training_material_validation (material, culture, body, capacity, validated_on, recorded_at)"
                                + " values (:material, :culture, cast(:body as text), cast(:capacity as text), :on, :now) on conflict do nothing")
                .setParameter("material", material)
                .setParameter("culture", validation.culture())
                .setParameter("body", validation.body())
                .setParameter("capacity", Objects.toString(validation.capacity(), null))
                .setParameter("on", validation.on())
                .setParameter("now", now())
                .executeUpdate();
    }

    Optional<TrainingMaterial> find(ProcessId process, UUID id) {
        List<?> rows = database.createNativeQuery(MATERIALS + " and m.id = :id", Tuple.class)
                .setParameter("process", process.value())
                .setParameter("id", id)
                .getResultList();
        return materials(rows).stream().findFirst();
    }

    /** @param language only those in it; in any where absent */
    List<TrainingMaterial> of(ProcessId process, @Nullable String language, UUID after, int limit) {
        List<?> rows = database.createNativeQuery(
                        MATERIALS + " and m.id > :after and (cast(:language as text) is null or m.language = :language)"
                                + " order by m.id limit :limit",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("after", after)
                .setParameter("language", language)
                .setParameter("limit", limit)
                .getResultList();
        return materials(rows);
    }

    /** Those of the materials that the process has. */
    Set<UUID> known(ProcessId process, Collection<UUID> materials) {
        return new HashSet<>(database.createNativeQuery(
                        "select id from training_material where process = :process and id = any(cast(:ids as uuid[]))",
                        UUID.class)
                .setParameter("process", process.value())
                .setParameter("ids", materials.toArray(UUID[]::new))
                .getResultList());
    }

    void used(UUID training, Collection<UUID> materials) {
        database.createNativeQuery(
                        "insert into training_material_use (training, material)"
                                + " select :training, material from unnest(cast(:materials as uuid[])) as material on conflict do nothing")
                .setParameter("training", training)
                .setParameter("materials", materials.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** What each of the sessions used; one that used nothing is absent. */
    Map<UUID, List<UUID>> usedBy(Collection<UUID> trainings) {
        var used = new HashMap<UUID, List<UUID>>();
        database.createNativeQuery(
                        "select training, material from training_material_use where training = any(cast(:trainings as uuid[]))"
                                + " order by training, material",
                        Tuple.class)
                .setParameter("trainings", trainings.toArray(UUID[]::new))
                .getResultList()
                .forEach(each -> {
                    var row = (Tuple) each;
                    used.computeIfAbsent(row.get("training", UUID.class), none -> new ArrayList<>())
                            .add(row.get("material", UUID.class));
                });
        return used;
    }

    private List<TrainingMaterial> materials(List<?> rows) {
        var tuples = rows.stream().map(Tuple.class::cast).toList();
        var validations = validations(
                tuples.stream().map(row -> row.get("id", UUID.class)).toList());
        return tuples.stream()
                .map(row -> new TrainingMaterial(
                        row.get("id", UUID.class),
                        row.get("title", String.class),
                        List.of(row.get("topics", String.class).split(",", -1)),
                        TrainingMaterial.Kind.valueOf(row.get("kind", String.class)),
                        row.get("language", String.class),
                        file(row),
                        validations.getOrDefault(row.get("id", UUID.class), List.of()),
                        ((Number) row.get("used_in")).intValue()))
                .toList();
    }

    private static TrainingMaterial.@Nullable File file(Tuple row) {
        var sha256 = row.get("sha256", String.class);
        return sha256 == null
                ? null
                : new TrainingMaterial.File(
                        sha256,
                        row.get("media_type", String.class),
                        ((Number) row.get("bytes")).longValue(),
                        row.get("address", String.class));
    }

    private Map<UUID, List<Validation>> validations(Collection<UUID> materials) {
        var found = new HashMap<UUID, List<Validation>>();
        database.createNativeQuery(
                        "select material, culture, body, capacity, cast(validated_on as text) as validated_on"
                                + " from training_material_validation where material = any(cast(:materials as uuid[]))"
                                + " order by material, validated_on, culture, body, capacity",
                        Tuple.class)
                .setParameter("materials", materials.toArray(UUID[]::new))
                .getResultList()
                .forEach(each -> {
                    var row = (Tuple) each;
                    var capacity = row.get("capacity", String.class);
                    found.computeIfAbsent(row.get("material", UUID.class), none -> new ArrayList<>())
                            .add(new Validation(
                                    row.get("culture", String.class),
                                    row.get("body", String.class),
                                    capacity == null ? null : Capacity.valueOf(capacity),
                                    LocalDate.parse(row.get("validated_on", String.class))));
                });
        return found;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
