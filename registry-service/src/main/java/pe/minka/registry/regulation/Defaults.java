package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** Fills a local regulation with what the norm behind it says, for its level of government. */
final class Defaults {

    /** What names a document and is not inherited. */
    private static final List<String> OWN = List.of(
            "$schema",
            "identifier",
            "version",
            "title",
            "ordinance",
            "effectiveFrom",
            "effectiveUntil",
            "basedOn",
            "basedOnVersion",
            "level",
            "byLevel",
            "limits",
            "notes",
            "law");

    private Defaults() {}

    /** The effective document: objects are merged member by member, a list replaces the whole list. */
    static ObjectNode fill(ObjectNode local, ObjectNode norm) {
        var base = general(norm, local.path("level").asText());
        base.remove(OWN);
        var effective = (ObjectNode) merge(base, local);
        effective.remove("$schema");
        effective.put("basedOn", norm.path("identifier").asText());
        effective.put("basedOnVersion", norm.path("version").asInt());
        return effective;
    }

    /** A national norm as the regulation of a process of that level, where the entity has none of its own. */
    static ObjectNode general(ObjectNode norm, String level) {
        var document = norm.deepCopy();
        var differences = norm.path("byLevel").path(level);
        document.remove(List.of("$schema", "byLevel", "limits"));
        return differences.isObject() ? (ObjectNode) merge(document, differences) : document;
    }

    private static JsonNode merge(JsonNode base, JsonNode over) {
        if (!base.isObject() || !over.isObject()) {
            return over.deepCopy();
        }
        var merged = ((ObjectNode) base).deepCopy();
        over.fields().forEachRemaining(member -> {
            var under = merged.get(member.getKey());
            merged.set(member.getKey(), under == null ? member.getValue().deepCopy() : merge(under, member.getValue()));
        });
        return merged;
    }
}
