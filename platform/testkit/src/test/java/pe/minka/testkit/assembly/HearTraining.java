package pe.minka.testkit.assembly;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.sql.SQLException;
import java.util.UUID;

/** Notes each training held; refuses one whose place is unknown, for tests of what cannot take effect. */
@ApplicationScoped
class HearTraining implements EventHandler<HearTraining.TrainingHeld> {

    private final AgroalDataSource database;

    HearTraining(AgroalDataSource database) {
        this.database = database;
    }

    record TrainingHeld(UUID process, String heldOn) {}

    @Override
    public String type() {
        return "minka.registry.training-held.v1";
    }

    @Override
    public Class<TrainingHeld> payload() {
        return TrainingHeld.class;
    }

    @Override
    public void on(TrainingHeld event, EventMetadata metadata) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into training (event_id, process, held_on) values (?, ?, ?)")) {
            insert.setObject(1, metadata.id());
            insert.setObject(2, event.process());
            insert.setString(3, event.heldOn());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        if (event.heldOn().isEmpty()) {
            throw new IllegalArgumentException("a training without a date");
        }
    }
}
