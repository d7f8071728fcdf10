package pe.minka.registry.organisation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was corrected of organisations, with what stood there before. Rows are only ever added. */
@ApplicationScoped
class OrganisationCorrections {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final EntityManager database;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    OrganisationCorrections(EntityManager database, Documents documents, Caller caller, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why it is corrected. */
    enum Cause {
        /** It was registered wrongly. */
        MISREGISTERED,
        /** It is no longer so. */
        CHANGED
    }

    /**
     * One correction.
     *
     * @param version of the organisation from then on
     * @param fields that were corrected
     * @param before what stood in them; a field that was empty is absent, and the legal representative always
     */
    record Correction(
            long version,
            Cause cause,
            List<String> fields,
            Map<String, String> before,
            Map<String, String> after,
            Instant correctedAt) {}

    void note(
            Organisation corrected,
            Cause cause,
            List<String> fields,
            Map<String, String> before,
            Map<String, String> after) {
        database.createNativeQuery(
                        "insert into organisation_correction (organisation, version, cause, fields, before, after, corrected_at, corrected_by)"
                                + " values (:organisation, :version, :cause, :fields, :before, :after, :now, :by)")
                .setParameter("organisation", corrected.id())
                .setParameter("version", corrected.version())
                .setParameter("cause", cause.name())
                .setParameter("fields", String.join(",", fields))
                .setParameter("before", documents.write(before))
                .setParameter("after", documents.write(after))
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("by", caller.subject())
                .executeUpdate();
    }

    /** The oldest first. */
    List<Correction> of(UUID organisation, long after, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select version, cause, fields, before, after, corrected_at from organisation_correction"
                                + " where organisation = :organisation and version > :after order by version limit :limit",
                        Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Correction(
                        row.get("version", Long.class),
                        Cause.valueOf(row.get("cause", String.class)),
                        List.of(row.get("fields", String.class).split(",", -1)),
                        documents.read(row.get("before", String.class), TEXTS),
                        documents.read(row.get("after", String.class), TEXTS),
                        row.get("corrected_at", Instant.class)))
                .toList();
    }
}
