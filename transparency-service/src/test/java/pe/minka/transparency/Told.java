package pe.minka.transparency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pe.minka.platform.core.Soles;
import pe.minka.testkit.Examples;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.ProcessFact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Facts as the examples of the contracts tell them, for tests that need no broker. */
public final class Told {

    private static final Pattern HUMP = Pattern.compile("(?<!^)([A-Z])");
    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(Soles.class, new SolesReader()));

    private final List<pe.minka.transparency.fact.Told<ProcessFact>> facts = new ArrayList<>();
    private Instant at = Instant.parse("2016-04-01T00:00:00Z");

    private static final class SolesReader extends com.fasterxml.jackson.databind.JsonDeserializer<Soles> {
        @Override
        public Soles deserialize(
                com.fasterxml.jackson.core.JsonParser parser,
                com.fasterxml.jackson.databind.DeserializationContext context)
                throws java.io.IOException {
            return Soles.of(
                    ((ObjectNode) context.readTree(parser)).get("amount").asText());
        }
    }

    @SafeVarargs
    public final Told and(Class<? extends ProcessFact>... kinds) {
        for (var kind : kinds) {
            and(kind, event -> {});
        }
        return this;
    }

    public <F extends ProcessFact> Told and(Class<F> kind, Consumer<ObjectNode> change) {
        var service =
                kind.getEnclosingClass().getSimpleName().replace("Fact", "").toLowerCase(Locale.ROOT);
        var event = Examples.event(
                service, HUMP.matcher(kind.getSimpleName()).replaceAll("-$1").toLowerCase(Locale.ROOT));
        change.accept(event);
        at = at.plusSeconds(60);
        try {
            facts.add(new pe.minka.transparency.fact.Told<>(at, JSON.treeToValue(event, kind)));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
        return this;
    }

    public FactSet facts() {
        return new FactSet(facts);
    }

    /** The same facts as they might have arrived. */
    public FactSet shuffled(long seed) {
        var order = new ArrayList<>(facts);
        Collections.shuffle(order, new Random(seed));
        return new FactSet(order);
    }
}
