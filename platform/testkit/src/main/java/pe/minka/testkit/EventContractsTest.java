package pe.minka.testkit;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the events of a service to what is promised in {@code contracts/events}: the records it publishes and the
 * payloads it reads of others. A service extends it; nothing else is needed.
 */
public abstract class EventContractsTest {

    /** Whose events they are. */
    protected String service() {
        return ModuleUnderTest.service();
    }

    protected String rootPackage() {
        return "pe.minka." + service();
    }

    /** The folder with one folder a service. */
    protected Path contracts() {
        return Project.contracts().resolve("events");
    }

    private EventContracts events() {
        return new EventContracts(contracts(), service(), rootPackage());
    }

    @TestFactory
    Stream<DynamicTest> what_is_published_is_what_was_promised() {
        var events = events();
        return events.published().stream()
                .map(event -> DynamicTest.dynamicTest(
                        events.typeOf(event),
                        () -> assertThat(events.brokenPromises(event)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> what_is_read_of_others_is_in_their_events() {
        var events = events();
        return events.handlers().stream()
                .map(handler -> DynamicTest.dynamicTest(
                        handler.getSimpleName(),
                        () -> assertThat(events.unreadable(handler)).isEmpty()));
    }

    @Test
    void every_promise_is_kept_by_a_record() {
        Set<String> promised = events().promised();
        var kept = events().published().stream()
                .map(event -> events().typeOf(event))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(kept).containsAll(promised);
    }
}
