package pe.minka.rules.pabulib;

import pe.minka.rules.Election;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An election read from a file.
 *
 * @param election what a rule decides on
 * @param meta what the file says about the election, in its order, keys in lower case
 * @param official ids that the file marks as selected; empty where it marks none
 * @param warnings what was odd and did not matter for counting
 */
public record PabulibElection(
        Election election, Map<String, String> meta, Set<String> official, List<Defect> warnings) {}
