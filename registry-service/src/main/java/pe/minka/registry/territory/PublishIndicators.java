package pe.minka.registry.territory;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes the indicators of an entity's zones, each time as a new version. */
@ApplicationScoped
class PublishIndicators {

    private final EntityManager database;
    private final Outbox outbox;
    private final Documents documents;
    private final Clock clock;

    PublishIndicators(EntityManager database, Outbox outbox, Documents documents, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param ifMatch the version that is replaced; not needed for the first */
    @Transactional
    IndicatorsPublished publish(
            EntityCode code, String scheme, int year, IndicatorSheet sheet, @Nullable String ifMatch) {
        sheet.mustBeCoherent();
        // one publication of an entity at a time, so that versions follow each other
        if (database.find(GoverningEntity.class, code.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw Problem.notFound().toException();
        }
        var before = current(code, scheme, year);
        before.ifPresent(published -> Versions.require(ifMatch, published.version()));
        int version = before.map(PublishedIndicators::version).orElse(0) + 1;
        var event = new IndicatorsPublished(code, scheme, year, version, sheet.source(), sheet.zones(), sheet.values());
        if (!outbox.takes(event)) {
            throw Problem.unprocessable("indicators-too-large").toException();
        }
        database.persist(new PublishedIndicators(
                code,
                scheme,
                year,
                version,
                sheet.source(),
                documents.write(sheet.zones()),
                documents.write(sheet.values()),
                clock.instant()));
        outbox.append(event);
        return event;
    }

    /** @param version one of those published; the last where absent */
    @Transactional
    Optional<IndicatorsPublished> read(EntityCode code, String scheme, int year, @Nullable Integer version) {
        return (version == null ? current(code, scheme, year) : at(code, scheme, year, version))
                .map(published -> new IndicatorsPublished(
                        code,
                        scheme,
                        year,
                        published.version(),
                        published.source(),
                        documents.read(published.zones(), new TypeReference<>() {}),
                        documents.read(published.values(), new TypeReference<>() {})));
    }

    /**
     * A publication, without what was published.
     *
     * @param version from 1 on
     */
    record Version(int version, String source, Instant publishedAt) {}

    /** The oldest first. */
    @Transactional
    List<Version> versions(EntityCode code, String scheme, int year, int after, int limit) {
        return database.createQuery(
                        "select version, source, publishedAt from PublishedIndicators where entity = :entity"
                                + " and scheme = :scheme and year = :year and version > :after order by version",
                        Version.class)
                .setParameter("entity", code)
                .setParameter("scheme", scheme)
                .setParameter("year", year)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private Optional<PublishedIndicators> current(EntityCode code, String scheme, int year) {
        return found(code, scheme, year, "order by version desc")
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<PublishedIndicators> at(EntityCode code, String scheme, int year, int version) {
        return found(code, scheme, year, "and version = :version")
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<PublishedIndicators> found(EntityCode code, String scheme, int year, String which) {
        return database.createQuery(
                        "from PublishedIndicators where entity = :entity and scheme = :scheme and year = :year "
                                + which,
                        PublishedIndicators.class)
                .setParameter("entity", code)
                .setParameter("scheme", scheme)
                .setParameter("year", year);
    }
}
