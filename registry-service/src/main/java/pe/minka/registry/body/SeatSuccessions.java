package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** How the seats of bodies changed hands. */
@ApplicationScoped
class SeatSuccessions {

    private final EntityManager database;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    SeatSuccessions(EntityManager database, Outbox outbox, Caller caller, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** One after the other, whatever arrives at once; the body is told anew. */
    @Transactional
    Body succeed(
            UUID id,
            int seat,
            LocalDate since,
            SeatSuccession.Cause cause,
            String act,
            @Nullable String name,
            @Nullable SeatSex sex) {
        var body = database.find(Body.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (body == null || seat >= body.seats().size()) {
            throw Problem.notFound().toException();
        }
        caller.mustActFor(body.entity());
        var former = of(id).stream().filter(each -> each.seat() == seat).toList();
        refuseUntimely(body, former, since);
        var before = body.seats().get(seat);
        var holder = before.heldBy(name, sex == null ? null : sex.name());
        body.seat(seat, holder);
        database.createNativeQuery("insert into seat_succession (body, seat, number, since, cause, act, name_before,"
                        + " sex_before, name, sex, recorded_at, recorded_by) values (:body, :seat, :number, :since,"
                        + " :cause, :act, :nameBefore, :sexBefore, :name, :sex, :now, :by)")
                .setParameter("body", id)
                .setParameter("seat", seat)
                .setParameter("number", former.size() + 1)
                .setParameter("since", since)
                .setParameter("cause", cause.name())
                .setParameter("act", act)
                .setParameter("nameBefore", before.name())
                .setParameter("sexBefore", before.sex())
                .setParameter("name", holder.name())
                .setParameter("sex", holder.sex())
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("by", caller.subject())
                .executeUpdate();
        outbox.append(BodyConstituted.of(body));
        return body;
    }

    private void refuseUntimely(Body body, List<SeatSuccession> former, LocalDate since) {
        var problem = Problem.unprocessable("succession-untimely");
        if (since.isAfter(Peru.today(clock))) {
            problem.error("/since", "succession-ahead");
        } else if (!body.inOffice(since)) {
            problem.error("/since", "succession-outside-the-term");
        }
        former.stream()
                .map(SeatSuccession::since)
                .filter(since::isBefore)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> problem.error("/since", "succession-before-the-last", "last", last));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    /** In the order of the seats, the oldest first. */
    List<SeatSuccession> of(UUID body) {
        List<?> rows = database.createNativeQuery(
                        "select seat, since, cause, act, name_before, name from seat_succession where body = :body order by seat, number",
                        Tuple.class)
                .setParameter("body", body)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new SeatSuccession(
                        row.get("seat", Integer.class),
                        Objects.requireNonNull(row.get("since", LocalDate.class)),
                        SeatSuccession.Cause.valueOf(row.get("cause", String.class)),
                        row.get("act", String.class),
                        row.get("name_before", String.class),
                        row.get("name", String.class)))
                .toList();
    }

    /** Whether somebody held a seat that day; a protected holder is recorded by the post alone, and counts as vacant. */
    IntPredicate filledOn(Body body, LocalDate day) {
        var later = of(body.id()).stream()
                .filter(each -> each.since().isAfter(day))
                .collect(Collectors.toMap(SeatSuccession::seat, each -> each, (next, afterNext) -> next));
        return seat -> {
            var next = later.get(seat);
            return (next == null ? body.seats().get(seat).name() : next.before()) != null;
        };
    }
}
