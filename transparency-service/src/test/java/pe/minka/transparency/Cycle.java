package pe.minka.transparency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * A cycle as the other services tell it: the examples of the contracts, moved to an entity and a process of its own so
 * that tests do not meet.
 */
public final class Cycle {

    private final String entity;
    private final String ubigeo;
    private final Map<String, String> ids = new HashMap<>();

    private Cycle(String entity, String ubigeo) {
        this.entity = entity;
        this.ubigeo = ubigeo;
    }

    public static Cycle somewhere() {
        return new Cycle(
                String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 999_999)),
                "03050" + ThreadLocalRandom.current().nextInt(1, 9));
    }

    /** Another process of the same entity. */
    public Cycle again() {
        return new Cycle(entity, ubigeo);
    }

    public String entity() {
        return entity;
    }

    public String process() {
        return id("5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016");
    }

    /** This cycle's own id in place of one of the examples. */
    public String id(String ofExample) {
        return ids.computeIfAbsent(ofExample, each -> UUID.randomUUID().toString());
    }

    public ObjectNode event(String service, String type) {
        return own(Examples.event(service, type));
    }

    private ObjectNode own(ObjectNode event) {
        var names = event.properties().stream().map(Map.Entry::getKey).toList();
        for (String name : names) {
            event.set(name, moved(name, event.get(name)));
        }
        return event;
    }

    private com.fasterxml.jackson.databind.JsonNode moved(String name, com.fasterxml.jackson.databind.JsonNode value) {
        if (name.equals("entity")) {
            return new com.fasterxml.jackson.databind.node.TextNode(entity);
        }
        if (name.equals("ubigeo")) {
            return new com.fasterxml.jackson.databind.node.TextNode(ubigeo);
        }
        if (value.isTextual()
                && value.textValue().matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            return new com.fasterxml.jackson.databind.node.TextNode(id(value.textValue()));
        }
        if (value.isObject()) {
            return own((ObjectNode) value);
        }
        if (value.isArray()) {
            var array = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> array.add(moved("", each)));
            return array;
        }
        return value;
    }

    public Cycle tell(String service, String... types) {
        for (String type : types) {
            Events.publish(service, type, event(service, type));
        }
        return this;
    }

    public Cycle tell(String service, String type, Consumer<ObjectNode> change) {
        var event = event(service, type);
        change.accept(event);
        Events.publish(service, type, event);
        return this;
    }

    /** From the call to the final accounts. */
    public Cycle whole() {
        return tell(
                        "registry",
                        "entity-registered",
                        "process-called",
                        "roll-published",
                        "training-held",
                        "phase-opened")
                .tell("registry", "phase-closed", "body-constituted", "agent-accredited", "organisation-registered")
                .tell("workshop", "plan-adopted", "workshop-convened", "workshop-held", "minutes-sealed")
                .tell(
                        "workshop",
                        "proposal-submitted",
                        "proposal-evaluated",
                        "proposal-shortlisted",
                        "proposal-refused")
                .tell(
                        "workshop",
                        "round-opened",
                        "ballots-committed",
                        "round-closed",
                        "round-tallied",
                        "election-proclaimed")
                .tell("allocation", "envelope-declared", "projects-selected", "portfolio-made", "agreements-act-signed")
                .tell("allocation", "approval-recorded")
                .tell("execution", "project-opened", "committee-constituted", "cooperation-agreement-signed")
                .tell(
                        "execution",
                        "works-started",
                        "expenditure-recorded",
                        "contribution-delivered",
                        "progress-reported")
                .tell("execution", "works-suspended", "works-resumed");
    }

    public static RequestSpecification anyone() {
        return RestAssured.given().accept("application/json");
    }

    /** The JSON of the process, once the assertion holds of it. */
    public Response shown(Consumer<Response> assertion) {
        return Eventually.value(() -> {
            var response = anyone().get("/v1/processes/" + process());
            response.then().statusCode(200);
            assertion.accept(response);
            return response;
        });
    }
}
