package pe.minka.registry.body;

import com.fasterxml.jackson.databind.JsonNode;
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
