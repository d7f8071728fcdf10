package pe.minka.execution.committee;

import pe.minka.execution.process.CommitteeRules;
import pe.minka.execution.process.Quota;
import pe.minka.platform.core.AgentId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who a committee would be, held against the ordinance.
 *
 * @param candidates in the order of their seats
 * @param formerMembers who sits or sat on the committee before this one
 * @param elected who won the election of this committee; empty where none was proclaimed
 */
record Composition(List<Candidate> candidates, Set<AgentId> formerMembers, Set<AgentId> elected) {

    private static final Map<String, Set<String>> GROUPS_BY_ORGANISATION = Map.of(
            "PEASANT_AND_NATIVE_COMMUNITIES", Set.of("PEASANT_COMMUNITY", "NATIVE_COMMUNITY"),
            "NEIGHBOURHOODS", Set.of("NEIGHBOURHOOD_BOARD"),
            "WOMENS_ORGANISATIONS", Set.of("WOMENS_ORGANISATION", "GLASS_OF_MILK_COMMITTEE", "COMMUNAL_KITCHEN"),
            "UNORGANISED_CITIZENS", Set.of("UNORGANISED_CITIZENS"));

    /** Each rule that is broken, in the order of the proposal; empty where the committee may take office. */
    List<Breach> breaches(CommitteeRules rules) {
        var breaches = new ArrayList<Breach>();
        size(rules, breaches);
        posts(rules, breaches);
        people(rules, breaches);
        zones(rules, breaches);
        for (Quota quota : rules.quotas()) {
            if (quota.blocks() && shortOf(quota)) {
                breaches.add(unmet(quota));
            }
        }
        return breaches;
    }

    /** Targets that are missed without barring the committee, and those that the facts kept here cannot tell. */
    List<Breach> warnings(CommitteeRules rules) {
        var warnings = new ArrayList<Breach>();
        for (Quota quota : rules.quotas()) {
            if (!isMeasured(quota)) {
                warnings.add(Breach.of("/members", "quota-not-measured", quota.law(), "group", quota.group()));
            } else if (!quota.blocks() && shortOf(quota)) {
                warnings.add(unmet(quota));
            }
        }
        return warnings;
    }

    private void size(CommitteeRules rules, List<Breach> breaches) {
        var wanted = rules.members();
        if (wanted != null && wanted != candidates.size()) {
            breaches.add(new Breach(
                    "/members",
                    "committee-size",
                    Map.of("wanted", wanted, "given", candidates.size(), "law", rules.law())));
        }
    }

    private void posts(CommitteeRules rules, List<Breach> breaches) {
        if (rules.posts().isEmpty()) {
            return;
        }
        var vacant = new ArrayList<>(rules.posts());
        for (int seat = 0; seat < candidates.size(); seat++) {
            var post = candidates.get(seat).post();
            if (!vacant.remove(post)) {
                breaches.add(Breach.of("/members/" + seat + "/post", "post-not-foreseen", rules.law(), "post", post));
            }
        }
        vacant.forEach(post -> breaches.add(Breach.of("/members", "post-vacant", rules.law(), "post", post)));
    }

    private void people(CommitteeRules rules, List<Breach> breaches) {
        var seated = new HashSet<AgentId>();
        for (int seat = 0; seat < candidates.size(); seat++) {
            var candidate = candidates.get(seat);
            var pointer = "/members/" + seat + "/agent";
            if (!candidate.accredited()) {
                breaches.add(Breach.of(pointer, "agent-not-accredited", rules.law()));
            }
            if (!seated.add(candidate.agent()) && rules.distinctPeople()) {
                breaches.add(Breach.of(pointer, "person-repeated", rules.law()));
            }
            if (!rules.immediateReelection() && formerMembers.contains(candidate.agent())) {
                breaches.add(Breach.of(pointer, "immediate-re-election", rules.law()));
            }
            if (!elected.isEmpty() && !elected.contains(candidate.agent())) {
                breaches.add(Breach.of(pointer, "not-elected", rules.law()));
            }
        }
    }

    private void zones(CommitteeRules rules, List<Breach> breaches) {
        long zones = candidates.stream()
                .map(Candidate::zone)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (zones < rules.minimumZones()) {
            breaches.add(new Breach(
                    "/members",
                    "zones-not-represented",
                    Map.of("wanted", rules.minimumZones(), "given", zones, "law", rules.law())));
        }
    }

    private Breach unmet(Quota quota) {
        var details = new HashMap<String, Object>();
        details.put("group", quota.group());
        details.put("wanted", quota.neededOf(candidates.size()));
        details.put("given", membersOf(quota.group()));
        details.put("law", quota.law());
        return new Breach("/members", "quota-unmet", details);
    }

    private boolean shortOf(Quota quota) {
        return isMeasured(quota) && membersOf(quota.group()) < quota.neededOf(candidates.size());
    }

    private static boolean isMeasured(Quota quota) {
        return quota.group().equals("WOMEN")
                || quota.group().equals("MEN")
                || GROUPS_BY_ORGANISATION.containsKey(quota.group());
    }

    private long membersOf(String group) {
        return candidates.stream().filter(each -> belongs(each, group)).count();
    }

    private static boolean belongs(Candidate candidate, String group) {
        return switch (group) {
            case "WOMEN" -> "FEMALE".equals(candidate.sex());
            case "MEN" -> "MALE".equals(candidate.sex());
            default -> {
                var kind = candidate.organisationKind();
                yield kind != null
                        && GROUPS_BY_ORGANISATION.getOrDefault(group, Set.of()).contains(kind);
            }
        };
    }
}
