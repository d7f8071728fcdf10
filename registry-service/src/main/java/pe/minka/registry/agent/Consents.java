package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * To what each person agreed, and what was taken back. What the law itself asks for, such as the document of an
 * accreditation, needs no consent.
 *
 * @law Ley 29733 arts. 5, 13 and 14
 */
@ApplicationScoped
class Consents {

    private final EntityManager database;
    private final Clock clock;

    Consents(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For what personal data are used beyond what the law asks. */
    enum Purpose {
        /** To be written to by e-mail and SMS. */
        NOTICES,
        PHOTOGRAPHS,
        RESEARCH,
        LATER_PROCESSES
    }

    @Schema(name = "ConsentChannel")
    enum Channel {
        PAPER,
        COUNTER,
        TELEPHONE,
        WEB
    }

    /** @param version of the wording that the person read */
    record Consent(
            Purpose purpose,
            String version,
            Channel channel,
            Instant givenAt,
            @Nullable Instant endedAt,
            @Nullable String endedBecause) {}

    /** A new wording ends the one before. */
    void give(UUID person, Purpose purpose, String version, Channel channel, String account) {
        hold(person);
        end(person, purpose, channel, account, "NEW_VERSION");
        database.createNativeQuery("insert into consent (id, person, purpose, version, channel, given_at, given_to)"
                        + " values (:id, :person, :purpose, :version, :channel, :now, :by)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("person", person)
                .setParameter("purpose", purpose.name())
                .setParameter("version", version)
                .setParameter("channel", channel.name())
                .setParameter("now", now())
                .setParameter("by", account)
                .executeUpdate();
    }

    /** {@code false} where none is in force. */
    boolean withdraw(UUID person, Purpose purpose, Channel channel, String account) {
        hold(person);
        return end(person, purpose, channel, account, "WITHDRAWN") == 1;
    }

    List<Consent> of(UUID person) {
        List<?> rows = database.createNativeQuery(
                        "select purpose, version, channel, given_at, ended_at, ended_because from consent"
                                + " where person = :person order by given_at, ended_at nulls last",
                        Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Consent(
                        Purpose.valueOf(row.get("purpose", String.class)),
                        row.get("version", String.class),
                        Channel.valueOf(row.get("channel", String.class)),
                        row.get("given_at", Instant.class),
                        row.get("ended_at", Instant.class),
                        row.get("ended_because", String.class)))
                .toList();
    }

    /** Whether the person has taken back the consent to be written to; one who never spoke of it has not. */
    boolean refusesNotices(UUID person) {
        return !database.createNativeQuery("select 1 from consent c where c.person = :person and c.purpose = 'NOTICES'"
                        + " and c.ended_because = 'WITHDRAWN' and not exists (select 1 from consent f"
                        + " where f.person = c.person and f.purpose = c.purpose and f.ended_at is null) limit 1")
                .setParameter("person", person)
                .getResultList()
                .isEmpty();
    }

    /** One change of a person's consents at a time. */
    private void hold(UUID person) {
        database.createNativeQuery("select id from person where id = :id for update")
                .setParameter("id", person)
                .getResultList();
    }

    private int end(UUID person, Purpose purpose, Channel channel, String account, String because) {
        return database.createNativeQuery(
                        "update consent set ended_at = greatest(given_at, cast(:now as timestamptz)), ended_because = :because, ended_channel = :channel, ended_to = :by"
                                + " where person = :person and purpose = :purpose and ended_at is null")
                .setParameter("now", now())
                .setParameter("because", because)
                .setParameter("channel", channel.name())
                .setParameter("by", account)
                .setParameter("person", person)
                .setParameter("purpose", purpose.name())
                .executeUpdate();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
