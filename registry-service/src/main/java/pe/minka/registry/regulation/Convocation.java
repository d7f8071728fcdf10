package pe.minka.registry.regulation;

import java.util.Set;

/**
 * How people are called to a session.
 *
 * @param noticeDays days between the notice and the session
 * @param channels that the regulation names; empty: any
 */
public record Convocation(int noticeDays, int minimumChannels, Set<String> channels, String law) {}
