package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of two texts asks for more before something passes, as far as a single rule tells. */
enum Strictness {
    BEFORE,
    AFTER,
    NEITHER;

    /** @param way of the schema; empty where neither value of the rule is stricter than another */
    static Strictness of(String way, JsonNode before, JsonNode after) {
        return switch (way) {
            case "" -> NEITHER;
            case "higher", "lower" -> numbers(way.equals("higher"), before, after);
            case "true", "false" -> flags(Boolean.parseBoolean(way), before, after);
            case "more", "fewer" -> lists(way.equals("more"), before, after);
            default -> ranks(List.of(way.split(",", -1)), before, after);
        };
    }

    private static Strictness numbers(boolean higher, JsonNode before, JsonNode after) {
        var first = number(before);
        var second = number(after);
        if (first == null || second == null) {
            return first == null && second == null ? NEITHER : side(second != null && second.signum() > 0);
        }
        int order = second.compareTo(first);
        return order == 0 ? NEITHER : side(order > 0 == higher);
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        var text = value.has("amount") ? value.path("amount") : value;
        try {
            return text.isValueNode() && !text.isNull() ? new BigDecimal(text.asText()) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static Strictness flags(boolean strict, JsonNode before, JsonNode after) {
        boolean first = before.isBoolean() && before.booleanValue() == strict;
        boolean second = after.isBoolean() && after.booleanValue() == strict;
        return first == second ? NEITHER : side(second);
    }

    private static Strictness lists(boolean more, JsonNode before, JsonNode after) {
        if (before.isArray() != after.isArray()) {
            return side(after.isArray());
        }
        var first = items(before);
        var second = items(after);
        if (first.equals(second) || !(first.containsAll(second) || second.containsAll(first))) {
            return NEITHER;
        }
        return side(second.size() > first.size() == more);
    }

    private static Set<String> items(JsonNode list) {
        var items = new HashSet<String>();
        list.forEach(item -> items.add(item.toString()));
        return items;
    }

    private static Strictness ranks(List<String> fromLaxToStrict, JsonNode before, JsonNode after) {
        int order = Integer.compare(fromLaxToStrict.indexOf(after.asText()), fromLaxToStrict.indexOf(before.asText()));
        return order == 0 ? NEITHER : side(order > 0);
    }

    private static Strictness side(boolean after) {
        return after ? AFTER : BEFORE;
    }
}
