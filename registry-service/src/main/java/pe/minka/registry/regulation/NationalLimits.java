package pe.minka.registry.regulation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** How far a local regulation may go: the limits that the norm behind it writes down, as data. */
final class NationalLimits {

    private NationalLimits() {}

    /** @param effective the local document with the defaults filled in */
    static List<Fault> broken(JsonNode effective, JsonNode norm) {
        var faults = new ArrayList<Fault>();
        for (JsonNode limit : norm.path("limits")) {
            var levels = codes(limit.path("levels"), "");
            if (levels.isEmpty() || levels.contains(effective.path("level").asText())) {
                check(effective, limit, faults);
            }
        }
        return faults;
    }

    private static void check(JsonNode effective, JsonNode limit, List<Fault> faults) {
        var pointer = limit.path("pointer").asText();
        var found = effective.at(JsonPointer.compile(pointer));
        if (found.isMissingNode()) {
            return;
        }
        var law = Regulation.law(limit);
        if (limit.has("mustBe") && !limit.get("mustBe").asText().equals(found.asText())) {
            faults.add(
                    new Fault(pointer, "outside-the-norm", limit.get("mustBe").asText(), law));
        }
        if (limit.has("atLeast") && number(found).compareTo(number(limit.get("atLeast"))) < 0) {
            faults.add(new Fault(
                    pointer, "outside-the-norm", "≥ " + limit.get("atLeast").asText(), law));
        }
        if (limit.has("atMost") && number(found).compareTo(number(limit.get("atMost"))) > 0) {
            faults.add(new Fault(
                    pointer, "outside-the-norm", "≤ " + limit.get("atMost").asText(), law));
        }
        if (limit.has("mustInclude")) {
            checkList(pointer, codes(found, limit.path("by").asText()), limit, law, faults);
        }
    }

    private static void checkList(String pointer, List<String> given, JsonNode limit, String law, List<Fault> faults) {
        var wanted = codes(limit.path("mustInclude"), "");
        var missing = wanted.stream().filter(code -> !given.contains(code)).toList();
        if (!missing.isEmpty()) {
            faults.add(new Fault(pointer, "left-out-against-the-norm", String.join(", ", missing), law));
        }
        var kept = given.stream().filter(wanted::contains).toList();
        if (limit.path("inOrder").asBoolean() && missing.isEmpty() && !kept.equals(wanted)) {
            faults.add(new Fault(pointer, "order-against-the-norm", String.join(", ", wanted), law));
        }
        var surplus = given.stream().filter(code -> !wanted.contains(code)).toList();
        if (limit.path("nothingElse").asBoolean() && !surplus.isEmpty()) {
            faults.add(new Fault(pointer, "added-against-the-norm", String.join(", ", surplus), law));
        }
    }

    private static List<String> codes(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.isObject() ? item.path(member).asText() : item.asText())
                .toList();
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asText("0"));
    }
}
