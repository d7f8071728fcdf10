package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a schema cannot say: that the parts of one regulation fit together. */
final class Coherence {

    private Coherence() {}

    static List<Fault> faults(JsonNode document) {
        var faults = new ArrayList<Fault>();
        dates(document, faults);
        weights(document, faults);
        committees(document, faults);
        delegation(document, faults);
        quotas(document, faults);
        replacements(document, faults);
        unique(document.path("sanctions").path("faults"), "/sanctions/faults", "fault", faults);
        unique(document.path("phases"), "/phases", "phase", faults);
        unique(document.path("approvals"), "/approvals", "approval", faults);
        return faults;
    }

    private static void dates(JsonNode document, List<Fault> faults) {
        var from = LocalDate.parse(document.path("effectiveFrom").asText());
        if (document.has("effectiveUntil")
                && LocalDate.parse(document.path("effectiveUntil").asText()).isBefore(from)) {
            faults.add(new Fault("/effectiveUntil", "ends-before-it-begins", from.toString(), ""));
        }
        var ordinance = document.path("ordinance").path("date");
        if (ordinance.isTextual() && from.isBefore(LocalDate.parse(ordinance.textValue()))) {
            faults.add(new Fault("/effectiveFrom", "in-force-before-its-act", ordinance.textValue(), ""));
        }
    }

    private static void weights(JsonNode document, List<Fault> faults) {
        var criteria = document.path("distribution").path("criteria");
        if (criteria.isMissingNode()) {
            return;
        }
        var sum = BigDecimal.ZERO;
        for (JsonNode criterion : criteria) {
            sum = sum.add(new BigDecimal(criterion.path("weightPercent").asText("0")));
        }
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            faults.add(new Fault("/distribution/criteria", "weights-not-hundred", "100 ≠ " + sum.toPlainString(), ""));
        }
    }

    private static void committees(JsonNode document, List<Fault> faults) {
        document.path("committees").fields().forEachRemaining(committee -> {
            var posts = committee.getValue().path("posts");
            int members = committee.getValue().path("members").asInt();
            if (posts.isArray() && posts.size() != members) {
                faults.add(new Fault(
                        "/committees/" + committee.getKey() + "/posts",
                        "posts-not-members",
                        String.valueOf(members),
                        ""));
            }
        });
    }

    private static void delegation(JsonNode document, List<Fault> faults) {
        var delegation = document.path("accreditation").path("delegation");
        if (delegation.has("women")
                && delegation.has("men")
                && delegation.path("women").asInt() + delegation.path("men").asInt()
                        != delegation.path("seats").asInt()) {
            faults.add(new Fault(
                    "/accreditation/delegation/seats",
                    "seats-not-women-and-men",
                    delegation.path("women").asInt() + " + "
                            + delegation.path("men").asInt(),
                    ""));
        }
    }

    private static void quotas(JsonNode document, List<Fault> faults) {
        int index = 0;
        for (JsonNode quota : document.path("quotas")) {
            if (!quota.has("minimumPercent") && !quota.has("minimumCount")) {
                faults.add(new Fault("/quotas/" + index, "quota-without-minimum", "minimumPercent, minimumCount", ""));
            }
            index++;
        }
    }

    /** A measure that ends in a disqualification once a term has passed needs the term. */
    private static void replacements(JsonNode document, List<Fault> faults) {
        int index = 0;
        for (JsonNode fault : document.path("sanctions").path("faults")) {
            if (fault.path("measure").asText().equals("REPLACEMENT")
                    && !document.path("sanctions").has("replacementDays")) {
                faults.add(new Fault(
                        "/sanctions/faults/" + index + "/measure", "replacement-without-term", "replacementDays", ""));
            }
            index++;
        }
    }

    private static void unique(JsonNode list, String pointer, String member, List<Fault> faults) {
        var seen = new HashSet<String>();
        int index = 0;
        for (JsonNode item : list) {
            if (!seen.add(item.path(member).asText())) {
                faults.add(new Fault(
                        pointer + "/" + index + "/" + member,
                        "twice",
                        item.path(member).asText(),
                        ""));
            }
            index++;
        }
    }
}
