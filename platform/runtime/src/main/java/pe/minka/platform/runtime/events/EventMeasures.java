package pe.minka.platform.runtime.events;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.sql.SQLException;

/** What tells an operator that events wait or were given up: asked at each scrape. */
@ApplicationScoped
class EventMeasures {

    private final AgroalDataSource database;
    private final MeterRegistry measures;

    EventMeasures(AgroalDataSource database, MeterRegistry measures) {
        this.database = database;
        this.measures = measures;
    }

    void register(@Observes StartupEvent started) {
        gauge(
                "minka.outbox.waiting",
                "Events not yet at the broker",
                "select count(*) from outbox where published_at is null");
        gauge(
                "minka.outbox.oldest.seconds",
                "Age of the oldest event not yet at the broker",
                "select coalesce(extract(epoch from now() - min(occurred_at)), 0) from outbox where published_at is null");
        gauge("minka.dead.letters", "Events that could not take effect", "select count(*) from dead_letter");
    }

    private void gauge(String name, String description, String query) {
        Gauge.builder(name, () -> ask(query)).description(description).register(measures);
    }

    private double ask(String query) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            return row.next() ? row.getDouble(1) : Double.NaN;
        } catch (SQLException away) {
            return Double.NaN;
        }
    }
}
