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

    /** Refuses a convocation too late or by too few channels. */
    static void check(LocalDate today, LocalDate session, Set<Channel> channels, Convocation rule) {
        if (today.isAfter(deliverBy(session, rule))) {
            throw Problem.unprocessable("notice-too-short")
                    .with("earliest", today.plusDays(rule.noticeDays()))
                    .with("noticeDays", rule.noticeDays())
                    .with("law", rule.law())
                    .toException();
        }
        if (rule.counted(channels.stream().map(Channel::name).toList()) < rule.minimumChannels()) {
            throw Problem.unprocessable("notice-too-few-channels")
                    .with("minimum", rule.minimumChannels())
                    .with("channels", String.join(", ", rule.channels()))
                    .with("law", rule.law())
                    .toException();
        }
    }
}
