package pe.minka.registry.notice;

import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Convocation;

import java.time.LocalDate;
import java.util.Set;

/** What the regulation asks of calling people to a session. */
final class ConvocationRules {

    private ConvocationRules() {}

    /** The last day on which a notice of that session arrives in time. */
    static LocalDate deliverBy(LocalDate session, Convocation rule) {
        return session.minusDays(rule.noticeDays());
    }

    /** Channels that count: those the regulation names, or all where it names none. */
    static int counted(Set<Channel> channels, Convocation rule) {
        return (int) channels.stream()
                .filter(channel -> rule.channels().isEmpty() || rule.channels().contains(channel.name()))
                .count();
    }

    /** Refuses a convocation too late or by too few channels. */
    static void check(LocalDate today, LocalDate session, Set<Channel> channels, Convocation rule) {
        if (today.isAfter(deliverBy(session, rule))) {
            throw Problem.unprocessable("notice-too-short")
                    .with("earliest", today.plusDays(rule.noticeDays()))
                    .with("noticeDays", rule.noticeDays())
                    .with("law", rule.law())
                    .toException();
        }
        if (counted(channels, rule) < rule.minimumChannels()) {
            throw Problem.unprocessable("notice-too-few-channels")
                    .with("minimum", rule.minimumChannels())
                    .with("channels", String.join(", ", rule.channels()))
                    .with("law", rule.law())
                    .toException();
        }
    }
}
