package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** When the sessions of a process are: told by the service of workshops, and by the notices sent out. */
@ApplicationScoped
class WorkshopDates {

    private final EntityManager database;
    private final Notices notices;

    WorkshopDates(EntityManager database, Notices notices) {
        this.database = database;
        this.notices = notices;
    }

    /** The last word on a workshop counts, in whatever order it is heard. */
    void told(ProcessId process, UUID workshop, String title, Instant startsAt, String place, Instant convenedAt) {
        database.createNativeQuery("insert into workshop_date (workshop, process, title, starts_at, place, convened_at)"
                        + " values (:workshop, :process, :title, :starts, :place, :convened)"
                        + " on conflict (workshop) do update set title = excluded.title, starts_at = excluded.starts_at,"
                        + " place = excluded.place, convened_at = excluded.convened_at, sequence = workshop_date.sequence + 1"
                        + " where workshop_date.convened_at < excluded.convened_at")
                .setParameter("workshop", workshop)
                .setParameter("process", process.value())
                .setParameter("title", title)
                .setParameter("starts", Notices.at(startsAt))
                .setParameter("place", place)
                .setParameter("convened", Notices.at(convenedAt))
                .executeUpdate();
    }

    /** Each session once; a notice sent out later says more than the date alone. */
    List<SessionCalendar.Entry> of(ProcessId process, String language) {
        var sessions = new LinkedHashMap<UUID, SessionCalendar.Entry>();
        List<?> rows = database.createNativeQuery(
                        "select workshop, title, starts_at, place, convened_at, sequence from workshop_date where process = :process order by starts_at",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            var entry = new SessionCalendar.Entry(
                    row.get("workshop", UUID.class),
                    row.get("title", String.class),
                    row.get("starts_at", Instant.class),
                    null,
                    row.get("place", String.class),
                    row.get("convened_at", Instant.class),
                    row.get("sequence", Integer.class),
                    false);
            sessions.put(entry.session(), entry);
        });
        notices.of(process).stream()
                .filter(notice -> notice.startsAt() != null)
                .map(notice -> SessionCalendar.Entry.of(notice, language))
                .forEach(entry -> sessions.merge(entry.session(), entry, WorkshopDates::later));
        return List.copyOf(sessions.values());
    }

    /** The last word counts; the sequence counts all of them, so that it rises in whatever order they were heard. */
    private static SessionCalendar.Entry later(SessionCalendar.Entry known, SessionCalendar.Entry told) {
        var last = told.toldAt().isBefore(known.toldAt()) ? known : told;
        return last.at(known.sequence() + 1);
    }
}
