package pe.minka.platform.runtime.events;

import java.util.Locale;
import java.util.regex.Pattern;

/** How topics and types are called. */
public final class EventNames {

    private static final Pattern HUMP = Pattern.compile("(?<!^)([A-Z])");

    private EventNames() {}

    /** {@code RoundTallied} of workshop is {@code minka.workshop.round-tallied.v1}. */
    public static String type(String service, Class<?> event) {
        var kebab = HUMP.matcher(event.getSimpleName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
        return "minka." + service + "." + kebab + ".v1";
    }

    public static String topic(String prefix, String service) {
        return prefix + "minka." + service + ".v1";
    }

    public static String deadLetterTopic(String prefix, String service) {
        return prefix + "minka." + service + ".dead-letters.v1";
    }
}
