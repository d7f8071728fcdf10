package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The national norms that come with the service: published once, by whichever replica starts first. */
@ApplicationScoped
class NationalNorms {

    private static final List<String> TEXTS =
            List.of("national-2003.v1", "national-2009.v1", "national-2009.v2", "national-2009.v3");
    private static final long ONE_REPLICA_AT_A_TIME = 0x6d696e6b6101L;

    private final EntityManager database;
    private final Regulations regulations;
    private final PublishRegulation publishRegulation;

    NationalNorms(EntityManager database, Regulations regulations, PublishRegulation publishRegulation) {
        this.database = database;
        this.regulations = regulations;
        this.publishRegulation = publishRegulation;
    }

    void publishMissing(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                    .setParameter("lock", ONE_REPLICA_AT_A_TIME)
                    .getResultList();
            TEXTS.forEach(this::publish);
        });
    }

    private void publish(String file) {
        var document = read("regulation/" + file + ".json");
        var regulation = new Regulation(document);
        if (regulations.text(regulation.identifier(), regulation.version()).isPresent()) {
            return;
        }
        if (regulation.version() == 1) {
            publishRegulation.create(regulation.identifier(), null, document, "minka");
        } else {
            publishRegulation.next(
                    regulation.identifier(), null, document, "\"v" + (regulation.version() - 1) + "\"", "minka");
        }
    }

    private static ObjectNode read(String file) {
        try (InputStream text = NationalNorms.class.getClassLoader().getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("the service was built without " + file);
            }
            return (ObjectNode) RegulationText.tree(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
