package pe.minka.registry.notice;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.calendar.PlannedStep;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Sessions as a calendar that any telephone reads (iCalendar, RFC 5545). */
final class SessionCalendar {

    private SessionCalendar() {}

    /**
     * One session.
     *
     * @param sequence rises with each change, so that a calendar replaces what it has
     */
    record Entry(
            UUID session,
            String title,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String place,
            Instant toldAt,
            int sequence,
            boolean cancelled) {

        Entry at(int other) {
            return new Entry(session, title, startsAt, endsAt, place, toldAt, other, cancelled);
        }

        /** The session that a notice is about. */
        static Entry of(Notice notice, String language) {
            return new Entry(
                    notice.workshop() == null ? notice.id() : notice.workshop(),
                    notice.title(language),
                    Objects.requireNonNull(notice.startsAt()),
                    notice.endsAt(),
                    notice.place(),
                    notice.sentOutAt(),
                    notice.kind() == Notice.Kind.CANCELLATION ? 1 : 0,
                    notice.kind() == Notice.Kind.CANCELLATION);
        }
    }

    static String of(Entry entry) {
        return of(List.of(entry), List.of());
    }

    /** @param steps of the process on whole days */
    static String of(List<Entry> entries, List<PlannedStep> steps) {
        var properties = new PropertyList(List.of(
                new ProdId("-//Minka//Participatory budgeting//ES"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN));
        var components = new ComponentList<CalendarComponent>(Stream.concat(
                        entries.stream().map(SessionCalendar::event),
                        steps.stream().map(SessionCalendar::step))
                .toList());
        var text = new StringWriter();
        try {
            // an empty calendar is one too: nothing is planned
            new CalendarOutputter(false).output(new Calendar(properties, components), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static CalendarComponent step(PlannedStep step) {
        var event = new VEvent(false);
        event.add(new Uid(step.id() + "@minka"));
        event.add(new DtStamp(step.plannedAt()));
        event.add(new DtStart<>(step.startsOn()));
        // the day after the last one (RFC 5545 3.6.1)
        event.add(new DtEnd<>(step.endsOn().plusDays(1)));
        event.add(new Summary(step.title()));
        if (step.place() != null) {
            event.add(new Location(step.place()));
        }
        event.add(new Sequence(step.version()));
        event.add(new Status(Status.VALUE_CONFIRMED));
        return event;
    }

    private static CalendarComponent event(Entry entry) {
        var event = new VEvent(false);
        event.add(new Uid(entry.session() + "@minka"));
        event.add(new DtStamp(entry.toldAt()));
        event.add(new DtStart<>(entry.startsAt()));
        if (entry.endsAt() != null) {
            event.add(new DtEnd<>(entry.endsAt()));
        }
        event.add(new Summary(entry.title()));
        if (entry.place() != null) {
            event.add(new Location(entry.place()));
        }
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(entry.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return event;
    }
}
