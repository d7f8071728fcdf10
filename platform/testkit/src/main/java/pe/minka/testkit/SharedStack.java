package pe.minka.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;
import pe.minka.local.teststack.TestStack;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Takes a lease on the shared PostgreSQL and Kafka for one start of a service, and tells the service where they are. */
public class SharedStack implements QuarkusTestResourceLifecycleManager {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private @Nullable TestStack stack;

    @Override
    public Map<String, String> start() {
        var lease = TestStack.attach(Project.root());
        stack = lease;
        var database = lease.createScratchDatabase(moduleWord());
        return settings(lease, lease.jdbcUrl(database), brokers(lease));
    }

    /** The shared broker, unless a test is about one that goes away. */
    protected String brokers(TestStack lease) {
        return lease.kafkaBootstrapServers();
    }

    /** What a service must be told to run over the given database and broker. */
    private static Map<String, String> settings(TestStack stack, String jdbcUrl, String brokers) {
        KeyPair issuer = TestIssuer.newKeys();
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl);
        settings.put("quarkus.datasource.username", stack.user());
        settings.put("quarkus.datasource.password", stack.password());
        settings.put("kafka.bootstrap.servers", brokers);
        settings.put("minka.topic-prefix", "t" + UUID.randomUUID().toString().substring(0, 8) + ".");
        settings.put("minka.master-key", MASTER_KEY);
        settings.put("minka.identity.issuer", TestIssuer.ISSUER);
        settings.put("minka.identity.keys", TestIssuer.published(issuer).toString());
        settings.put(TestIssuer.PRIVATE_KEY, TestIssuer.privateKey(issuer));
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    private static String moduleWord() {
        var folder = Path.of("").toAbsolutePath().getFileName().toString();
        var word = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return word.matches("[a-z].*") ? word : "module_" + word;
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }
}
