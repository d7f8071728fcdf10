package pe.minka.registry.regulation;

import java.util.Collection;
import java.util.Set;

/**
 * How people are called to a session.
 *
 * @param noticeDays days between the notice and the session
 * @param channels that the regulation names; empty: any
 */
public record Convocation(int noticeDays, int minimumChannels, Set<String> channels, String law) {

    /** How many of the channels count: those that the regulation names, or all where it names none; each once. */
    public int counted(Collection<String> used) {
        return (int) used.stream()
                .distinct()
                .filter(channel -> channels.isEmpty() || channels.contains(channel))
                .count();
    }
}
