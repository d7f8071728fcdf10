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

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
        return of(List.of(entry));
    }

    static String of(List<Entry> entries) {
        var properties = new PropertyList(List.of(
                new ProdId("-//Minka//Participatory budgeting//ES"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN));
        var components = new ComponentList<CalendarComponent>(
                entries.stream().map(SessionCalendar::event).toList());
        var text = new StringWriter();
        try {
            // an empty calendar is one too: nothing is planned
            new CalendarOutputter(false).output(new Calendar(properties, components), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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
