package pe.minka.workshop.room;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands that one teller counted, by option. */
record HandCount(SortedMap<UUID, Integer> hands) {

    HandCount {
        hands = new TreeMap<>(hands);
        hands.values().removeIf(count -> count == 0);
    }

    static HandCount of(Map<UUID, Integer> hands) {
        return new HandCount(new TreeMap<>(hands));
    }

    int total() {
        return hands.values().stream().reduce(0, Math::addExact);
    }

    /** The one way to write it: two who counted the same wrote the same. */
    String text() {
        return hands.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(";"));
    }

    static HandCount read(String text) {
        var hands = new TreeMap<UUID, Integer>();
        for (String each : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            int equals = each.indexOf('=');
            hands.put(UUID.fromString(each.substring(0, equals)), Integer.valueOf(each.substring(equals + 1)));
        }
        return new HandCount(hands);
    }
}
