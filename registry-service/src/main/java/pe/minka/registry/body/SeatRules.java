package pe.minka.registry.body;

import com.fasterxml.jackson.databind.JsonNode;
import pe.minka.registry.regulation.Quota;
import pe.minka.registry.regulation.Regulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the regulation refuses in the composition of a body. */
final class SeatRules {

    private static final Set<SeatKind> OFFICIALS = Set.of(SeatKind.STAFF, SeatKind.AUTHORITY);

    private static final Set<String> TOLD_BY_A_SEAT = Set.of("WOMEN", "MEN", "CIVIL_SOCIETY");

    private SeatRules() {}

    /** One seat, or one organisation's seats, against the rule. */
    record Breach(String pointer, String code, String expected, String law) {}

    /** @param rule of the regulation for this body; an empty node refuses nothing */
    static List<Breach> breaches(List<BodySeat> seats, JsonNode rule) {
        var breaches = new ArrayList<Breach>();
        var law = Regulation.law(rule);
        if (rule.path("officialsMayChair").isBoolean()
                && !rule.path("officialsMayChair").asBoolean()) {
            for (int i = 0; i < seats.size(); i++) {
                if (OFFICIALS.contains(seats.get(i).kind())) {
                    breaches.add(new Breach("/seats/" + i + "/kind", "official-on-the-board", "", law));
                }
            }
        }
        for (JsonNode share : rule.path("seats")) {
            ceilings(seats, share, law, breaches);
        }
        return breaches;
    }

    /** The quotas of the regulation that a body of that kind has to meet. */
    static List<Quota> quotas(String kind, Regulation regulation) {
        return switch (kind) {
            case "LOCAL_COORDINATION_COUNCIL", "REGIONAL_COORDINATION_COUNCIL" ->
                regulation.quotas("COORDINATION_COUNCIL");
            case "TECHNICAL_TEAM", "VIGILANCE_COMMITTEE", "MANAGEMENT_COMMITTEE" -> regulation.quotas(kind);
            default -> List.of();
        };
    }

    /**
     * A group that has too few seats.
     *
     * @param have filled seats of the group, as the act states them
     */
    record Gap(Quota quota, int have, int need) {}

    /**
     * Quotas that refuse and are not met by the filled seats. A seat says sex and sector; a quota of another group is
     * asked of the roll, which knows it.
     */
    static List<Gap> unmet(List<BodySeat> seats, List<Quota> quotas) {
        var filled = seats.stream().filter(seat -> seat.name() != null).toList();
        return quotas.stream()
                .filter(quota -> quota.blocks() && TOLD_BY_A_SEAT.contains(quota.group()))
                .map(quota -> new Gap(
                        quota,
                        (int) filled.stream()
                                .filter(seat -> isOf(seat, quota.group()))
                                .count(),
                        quota.neededOf(filled.size())))
                .filter(gap -> gap.have() < gap.need())
                .toList();
    }

    private static boolean isOf(BodySeat seat, String group) {
        return switch (group) {
            case "WOMEN" -> SeatSex.FEMALE.name().equals(seat.sex());
            case "MEN" -> SeatSex.MALE.name().equals(seat.sex());
            default -> seat.kind() == SeatKind.CIVIL_SOCIETY;
        };
    }

    private static void ceilings(List<BodySeat> seats, JsonNode share, String law, List<Breach> breaches) {
        if (!share.has("women") || !share.has("men")) {
            return;
        }
        Map<UUID, Map<String, Integer>> held = new HashMap<>();
        for (BodySeat seat : seats) {
            var organisation = seat.organisation();
            var sex = seat.sex();
            if (organisation != null && sex != null) {
                held.computeIfAbsent(organisation, each -> new HashMap<>()).merge(sex, 1, Integer::sum);
            }
        }
        held.forEach((organisation, bySex) -> {
            check(
                    organisation,
                    bySex.getOrDefault("FEMALE", 0),
                    share.path("women").asInt(),
                    "delegation-women",
                    law,
                    breaches);
            check(
                    organisation,
                    bySex.getOrDefault("MALE", 0),
                    share.path("men").asInt(),
                    "delegation-men",
                    law,
                    breaches);
        });
    }

    private static void check(UUID organisation, int have, int most, String code, String law, List<Breach> breaches) {
        if (have > most) {
            breaches.add(new Breach("/organisations/" + organisation, code, have + " > " + most, law));
        }
    }
}
