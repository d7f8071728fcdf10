package pe.minka.workshop.session;

import pe.minka.workshop.process.Regulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call to a workshop.
 *
 * @param language of the place where it is held
 * @param spoken languages that the facilitators speak; empty where nothing is said of them
 * @param channels where it was made known
 */
record Convocation(
        String title,
        String kind,
        Instant startsAt,
        String place,
        Instant convenedAt,
        List<String> agenda,
        String audience,
        String language,
        List<String> spoken,
        boolean interpreter,
        List<String> channels) {

    /** Why a workshop cannot be held as convened. */
    enum Refusal {
        CONVENED_AFTER_START,
        NOTICE_TOO_SHORT,
        LANGUAGE_NOT_SPOKEN
    }

    /** What the regulation says against it, or nothing. */
    Optional<Refusal> against(Regulation regulation) {
        if (convenedAt.isAfter(startsAt)) {
            return Optional.of(Refusal.CONVENED_AFTER_START);
        }
        if (!regulation.convocation().isMetBy(convenedAt, startsAt)) {
            return Optional.of(Refusal.NOTICE_TOO_SHORT);
        }
        if (!spoken.isEmpty() && !spoken.contains(language) && !interpreter) {
            return Optional.of(Refusal.LANGUAGE_NOT_SPOKEN);
        }
        return Optional.empty();
    }
}
