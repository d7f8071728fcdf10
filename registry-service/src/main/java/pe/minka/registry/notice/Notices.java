package pe.minka.registry.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The notices of the processes. */
@ApplicationScoped
class Notices {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String NOTICE =
            "select id, process, kind, workshop, titles, texts, starts_at, ends_at, place, channels,"
                    + " cast(deliver_by as text) as deliver_by, law, sent_out_at from notice";

    private final EntityManager database;
    private final Documents documents;

    Notices(EntityManager database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /** With one delivery for each accredited agent, in one statement: a wave is queued as fast as its rows are written. */
    int add(Notice notice, String account) {
        database.createNativeQuery(
                        "insert into notice (id, process, kind, workshop, titles, texts, starts_at, ends_at, place, channels, deliver_by, law, sent_out_at, sent_out_by)"
                                + " values (:id, :process, :kind, cast(:workshop as uuid), :titles, :texts, cast(:starts as timestamptz), cast(:ends as timestamptz),"
                                + " cast(:place as text), :channels, cast(:deliverBy as date), :law, :now, :by)")
                .setParameter("id", notice.id())
                .setParameter("process", notice.process().value())
                .setParameter("kind", notice.kind().name())
                .setParameter("workshop", Objects.toString(notice.workshop(), null))
                .setParameter("titles", documents.write(notice.titles()))
                .setParameter("texts", documents.write(notice.texts()))
                .setParameter("starts", Objects.toString(notice.startsAt(), null))
                .setParameter("ends", Objects.toString(notice.endsAt(), null))
                .setParameter("place", notice.place())
                .setParameter(
                        "channels",
                        notice.channels().stream().map(Channel::name).collect(Collectors.joining(",")))
                .setParameter("deliverBy", Objects.toString(notice.deliverBy(), null))
                .setParameter("law", notice.law())
                .setParameter("now", at(notice.sentOutAt()))
                .setParameter("by", account)
                .executeUpdate();
        if (notice.channels().stream().noneMatch(Channel::personal)) {
            return 0;
        }
        boolean electronic =
                notice.channels().contains(Channel.EMAIL) || notice.channels().contains(Channel.SMS);
        return database.createNativeQuery(
                        "insert into notice_delivery (id, notice, agent, person, language, state, due_at)"
                                + " select gen_random_uuid(), :notice, a.id, a.person, a.language, :state, :now from agent a"
                                + " where a.process = :process and a.state = 'ACCREDITED'")
                .setParameter("notice", notice.id())
                .setParameter("state", electronic ? "WAITING" : "PRINT")
                .setParameter("now", at(notice.sentOutAt()))
                .setParameter("process", notice.process().value())
                .executeUpdate();
    }

    Notice get(ProcessId process, UUID id) {
        return find(id).filter(notice -> notice.process().equals(process))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    Optional<Notice> find(UUID id) {
        return database.createNativeQuery(NOTICE + " where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> notice((Tuple) row));
    }

    /** @param after the last notice of the part before; absent at the start */
    List<Notice> of(ProcessId process, @Nullable UUID after, int limit) {
        var query = database.createNativeQuery(
                        NOTICE + " where process = :process"
                                + (after == null
                                        ? ""
                                        : " and (sent_out_at, id) > (select l.sent_out_at, l.id from notice l where l.id = :after)")
                                + " order by sent_out_at, id limit :limit",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("limit", limit);
        if (after != null) {
            query.setParameter("after", after);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> notice((Tuple) row)).toList();
    }

    List<Notice> of(ProcessId process) {
        List<?> rows = database.createNativeQuery(
                        NOTICE + " where process = :process order by sent_out_at, id", Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        return rows.stream().map(row -> notice((Tuple) row)).toList();
    }

    private Notice notice(Tuple row) {
        var deliverBy = row.get("deliver_by", String.class);
        return new Notice(
                row.get("id", UUID.class),
                new ProcessId(row.get("process", UUID.class)),
                Notice.Kind.valueOf(row.get("kind", String.class)),
                row.get("workshop", UUID.class),
                documents.read(row.get("titles", String.class), TEXTS),
                documents.read(row.get("texts", String.class), TEXTS),
                row.get("starts_at", Instant.class),
                row.get("ends_at", Instant.class),
                row.get("place", String.class),
                Arrays.stream(row.get("channels", String.class).split(",", -1))
                        .map(Channel::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                deliverBy == null ? null : LocalDate.parse(deliverBy),
                row.get("law", String.class),
                row.get("sent_out_at", Instant.class));
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
