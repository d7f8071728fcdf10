package pe.minka.transparency.generation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.persistence.Statements;

/**
 * Builds the read models anew when an operator names another generation: they are emptied with the inbox in one
 * transaction, and the consumer group of the new generation, which has read nothing yet, hears all topics from the
 * first event. Findings with their answers, the change feed, the public log and the own outbox stay as they are.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    /** Before the channels begin to hear. */
    private static final int FIRST = 1;

    private final Statements database;
    private final String generation;

    Rebuild(
            Statements database,
            MeterRegistry measures,
            @ConfigProperty(name = "minka.read-model.generation") String generation) {
        this.database = database;
        this.generation = generation;
        measures.gauge("minka.read.model.awaited", this, rebuild -> rebuild.awaited());
    }

    void beginWhereAsked(@Observes @Priority(FIRST) StartupEvent starting) {
        begin(generation);
    }

    /** Does nothing where the read models already belong to this generation. */
    void begin(String wanted) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.execute(
                    "insert into read_model_generation (generation) values (?) on conflict (only_one) do nothing",
                    wanted);
            var current = database.find(
                            "select generation from read_model_generation for update", row -> row.getString(1))
                    .orElseThrow();
            if (!current.equals(wanted)) {
                LOG.infof("The read models of generation %s make way for generation %s", current, wanted);
                empty();
                database.execute("update read_model_generation set generation = ?, since = now()", wanted);
            }
        });
    }

    private void empty() {
        database.execute(
                "insert into awaited_event (event_id) select event_id from inbox on conflict (event_id) do nothing");
        var tables = database.list(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'read_model' order by 1",
                row -> row.getString(1));
        database.execute("truncate table inbox, dead_letter, " + String.join(", ", tables));
    }

    /** Whether every event that had taken effect in the generation before has taken effect, or was given up, again. */
    public boolean isDone() {
        if (awaited() == 0) {
            return true;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> database.execute("delete from awaited_event a where exists"
                        + " (select from inbox i where i.event_id = a.event_id)"
                        + " or exists (select from dead_letter d where d.event_id = a.event_id)"));
        return awaited() == 0;
    }

    private long awaited() {
        return database.find("select count(*) from awaited_event", row -> row.getLong(1))
                .orElse(0L);
    }
}
