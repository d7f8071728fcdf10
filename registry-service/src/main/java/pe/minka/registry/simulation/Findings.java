package pe.minka.registry.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules say of one part of a plan. */
final class Findings {

    private final String subject;
    private final List<Finding> found = new ArrayList<>();

    Findings(String subject) {
        this.subject = subject;
    }

    /** The rule on whose list or section the next findings stand. */
    On on(String pointer, String law) {
        return new On(pointer, "", law, Verdict.REFUSE);
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    /** One rule, its article, and what it means where it is not met. */
    final class On {

        private final String pointer;
        private final String detail;
        private final String law;
        private final Verdict unmet;

        private On(String pointer, String detail, String law, Verdict unmet) {
            this.pointer = pointer;
            this.detail = detail;
            this.law = law;
            this.unmet = unmet;
        }

        On of(String which) {
            return new On(pointer, which, law, unmet);
        }

        On orWarn(boolean onlyWarns) {
            return new On(pointer, detail, law, onlyWarns ? Verdict.WARN : unmet);
        }

        void atLeast(long have, long need) {
            note(have >= need, number(have), number(need));
        }

        void atMost(long have, long most) {
            note(have <= most, number(have), number(most));
        }

        void exactly(long have, long need) {
            note(have == need, number(have), number(need));
        }

        /** Percentages and amounts, exact. */
        void atLeast(BigDecimal have, BigDecimal need) {
            note(have.compareTo(need) >= 0, text(have.toPlainString()), text(need.toPlainString()));
        }

        void note(boolean met, JsonNode have, JsonNode need) {
            found.add(new Finding(subject, pointer, detail, met ? Verdict.PASS : unmet, have, need, law));
        }
    }

    static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    static JsonNode flag(boolean value) {
        return JsonNodeFactory.instance.booleanNode(value);
    }

    static JsonNode list(List<String> values) {
        var list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
