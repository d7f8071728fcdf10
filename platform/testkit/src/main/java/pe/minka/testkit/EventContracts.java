package pe.minka.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventNames;
import sun.reflect.ReflectionFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The events of one service beside the files that promise them. */
final class EventContracts {

    private final Path contracts;
    private final String service;
    private final String rootPackage;

    EventContracts(Path contracts, String service, String rootPackage) {
        this.contracts = contracts;
        this.service = service;
        this.rootPackage = rootPackage;
    }

    List<Class<?>> published() {
        return concrete(DomainEvent.class);
    }

    List<Class<?>> handlers() {
        return concrete(EventHandler.class);
    }

    private List<Class<?>> concrete(Class<?> kind) {
        return ModuleUnderTest.mainClasses(rootPackage).stream()
                .filter(type -> type.isAssignableTo(kind))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::reflect)
                .collect(Collectors.toList());
    }

    /** The middle of its type: {@code process-called}. */
    String typeOf(Class<?> event) {
        return EventNames.type(service, event).split("\\.", -1)[2];
    }

    /** The types that have an example. */
    Set<String> promised() {
        var folder = contracts.resolve(service);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".example.json"))
                    .map(name -> name.substring(0, name.length() - ".example.json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> brokenPromises(Class<?> event) {
        var example = contracts.resolve(service).resolve(typeOf(event) + ".example.json");
        var schema = contracts.resolve(service).resolve(typeOf(event) + ".schema.json");
        var found = new ArrayList<String>();
        for (Path file : List.of(example, schema)) {
            if (!Files.exists(file)) {
                found.add("missing: " + Project.root().relativize(file));
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        var promised = Json.read(Examples.text(example));
        Schemas.violations(schema, promised).forEach(violation -> found.add("the example: " + violation));
        found.addAll(schemaFaults(Json.read(Examples.text(schema)), promised));
        try {
            var sent = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(Json.MAPPER.treeToValue(promised, event)));
            Contracts.differences(promised, sent)
                    .forEach(difference -> found.add(difference.replace("served", "the record sends")));
            if (((DomainEvent) Json.MAPPER.treeToValue(promised, event)).key().isBlank()) {
                found.add("no key");
            }
        } catch (JsonProcessingException unreadable) {
            found.add("the record cannot be read from the example: " + unreadable.getOriginalMessage());
        }
        return found;
    }

    /** Within one version only more may be said: a schema that closes its objects would forbid it. */
    private static List<String> schemaFaults(JsonNode schema, JsonNode example) {
        var found = new ArrayList<String>();
        if (schema.path("description").asText().isBlank()) {
            found.add("the schema has no description");
        }
        if (schema.has("additionalProperties")
                && !schema.path("additionalProperties").asBoolean(true)) {
            found.add("the schema forbids what may be added later");
        }
        example.fieldNames().forEachRemaining(name -> {
            if (schema.at("/properties/" + name + "/description").asText().isBlank()
                    && !schema.at("/properties/" + name).has("$ref")) {
                found.add("the schema does not describe " + name);
            }
        });
        return found;
    }

    List<String> unreadable(Class<?> handlerType) {
        var handler = (EventHandler<?>) withoutConstructor(handlerType);
        var type = handler.type().split("\\.", -1);
        if (type.length != 4 || !type[0].equals("minka")) {
            return List.of("no type of Minka's: " + handler.type());
        }
        var file = contracts.resolve(type[1]).resolve(type[2] + ".example.json");
        if (!Files.exists(file)) {
            return List.of("nobody promises " + handler.type());
        }
        var example = Json.read(Examples.text(file));
        try {
            Object payload = Json.MAPPER
                    .readerFor(handler.payload())
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(example);
            var found = new ArrayList<String>();
            mustBeSent("", Json.MAPPER.valueToTree(payload), example, found);
            return found;
        } catch (IOException unreadable) {
            return List.of("cannot be read from the example: " + unreadable.getMessage());
        }
    }

    private static void mustBeSent(String where, JsonNode read, JsonNode sent, List<String> found) {
        if (read.isObject() && sent.isObject()) {
            read.properties().forEach(member -> {
                if (!sent.has(member.getKey())) {
                    found.add(where + "/" + member.getKey() + " is read and never sent");
                } else {
                    mustBeSent(where + "/" + member.getKey(), member.getValue(), sent.get(member.getKey()), found);
                }
            });
        } else if (read.isArray() && sent.isArray() && read.size() == sent.size()) {
            for (int i = 0; i < read.size(); i++) {
                mustBeSent(where + "/" + i, read.get(i), sent.get(i), found);
            }
        }
    }

    /** A handler says what it hears without any of what it needs to take it in. */
    private static Object withoutConstructor(Class<?> type) {
        try {
            var constructor = ReflectionFactory.getReflectionFactory()
                    .newConstructorForSerialization(type, Object.class.getDeclaredConstructor());
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("no instance of " + type, impossible);
        }
    }
}
