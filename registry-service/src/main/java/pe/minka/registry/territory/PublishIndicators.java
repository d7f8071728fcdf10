package pe.minka.registry.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Publishes the indicators of an entity's zones, each time as a new version. */
@ApplicationScoped
class PublishIndicators {

    private final EntityManager database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    PublishIndicators(EntityManager database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
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
        database.persist(new PublishedIndicators(
                code,
                scheme,
                year,
                version,
                sheet.source(),
                write(sheet.zones()),
                write(sheet.values()),
                clock.instant()));
        var event = new IndicatorsPublished(code, scheme, year, version, sheet.source(), sheet.zones(), sheet.values());
        outbox.append(event);
        return event;
    }

    @Transactional
    Optional<IndicatorsPublished> read(EntityCode code, String scheme, int year) {
        return current(code, scheme, year)
                .map(published -> new IndicatorsPublished(
                        code,
                        scheme,
                        year,
                        published.version(),
                        published.source(),
                        read(published.zones(), new TypeReference<>() {}),
                        read(published.values(), new TypeReference<>() {})));
    }

    private Optional<PublishedIndicators> current(EntityCode code, String scheme, int year) {
        return database.createQuery(
                        "from PublishedIndicators where entity = :entity and scheme = :scheme and year = :year"
                                + " order by version desc",
                        PublishedIndicators.class)
                .setParameter("entity", code)
                .setParameter("scheme", scheme)
                .setParameter("year", year)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private String write(List<?> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain records can always be written", impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored indicators cannot be read", broken);
        }
    }
}
