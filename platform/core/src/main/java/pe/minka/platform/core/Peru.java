package pe.minka.platform.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time as it is told in Peru: terms, deadlines and dates of acts are days there, whatever the zone of a server. */
public final class Peru {

    public static final ZoneId TIME = ZoneId.of("America/Lima");

    private Peru() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(TIME));
    }

    /** The day on which an instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, TIME);
    }
}
