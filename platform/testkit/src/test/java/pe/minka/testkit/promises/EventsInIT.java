package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMinkaStack
class EventsInIT {

    @Inject
    AgroalDataSource database;

    private final UUID process = UUID.randomUUID();

    @Test
    void an_event_that_comes_twice_takes_effect_once() {
        var id = hold("2016-03-30");
        publish(id, "2016-03-30");
        hold("2016-03-31");

        Eventually.that(() -> assertThat(held()).containsExactly("2016-03-30", "2016-03-31"));
    }

    @Test
    void events_of_one_key_take_effect_in_their_order() {
        var days = IntStream.rangeClosed(100, 400).mapToObj(String::valueOf).toList();
        days.forEach(this::hold);

        Eventually.that(() -> assertThat(held()).isEqualTo(days));
    }

    @Test
    void one_event_that_cannot_take_effect_keeps_no_other_from_it_and_becomes_a_dead_letter() {
        hold("1");
        var poison = hold("");
        hold("2");
        var unreadable = UUID.randomUUID();
        Events.publishUnchecked(unreadable, "registry", "training-held", process.toString(), "{\"process\":7}");
        hold("3");

        Eventually.that(() -> assertThat(held()).containsExactly("1", "2", "3"));
        Eventually.that(() -> assertThat(deadLetters()).contains(poison, unreadable));
        Eventually.that(() -> assertThat(Events.deadLetters("assembly"))
                .filteredOn(letter -> letter.key().equals(process.toString()))
                .hasSize(2));
    }

    @Test
    void what_is_no_event_or_of_a_type_that_nobody_hears_is_passed_over() {
        Events.publishUnchecked(UUID.randomUUID(), "registry", "nobody-hears-it", process.toString(), "no JSON");
        hold("1");

        Eventually.that(() -> assertThat(held()).containsExactly("1"));
    }

    @Test
    void members_that_are_not_known_are_passed_over() {
        Events.publishUnchecked(
                UUID.randomUUID(),
                "registry",
                "training-held",
                process.toString(),
                training("1").replace("{\"process\"", "{\"added\":{\"later\":true},\"process\""));

        Eventually.that(() -> assertThat(held()).containsExactly("1"));
    }

    private UUID hold(String day) {
        var id = UUID.randomUUID();
        publish(id, day);
        return id;
    }

    private void publish(UUID id, String day) {
        Events.publishUnchecked(id, "registry", "training-held", process.toString(), training(day));
    }

    private String training(String day) {
        return """
                {"process":"%s","entity":"300305","training":"%s","topics":[],"heldOn":"%s","attended":[]}""".formatted(process, UUID.randomUUID(), day);
    }

    private List<String> held() throws SQLException {
        return query("select held_on from training where process = ? order by position", process, String.class);
    }

    private List<UUID> deadLetters() throws SQLException {
        return query("select event_id from dead_letter where event_key = ?", process.toString(), UUID.class);
    }

    private <T> List<T> query(String sql, Object parameter, Class<T> type) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(rows.getObject(1, type));
                }
                return found;
            }
        }
    }
}
