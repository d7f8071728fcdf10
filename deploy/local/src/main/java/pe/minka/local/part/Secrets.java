package pe.minka.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;

/** The passwords and keys of one stack, drawn when it is first started and readable by its user alone. */
public final class Secrets {

    private static final int BYTES_OF_A_PASSWORD = 24;

    private static final int BYTES_OF_A_KEY = 32;

    private final TreeMap<String, String> values;

    private Secrets(TreeMap<String, String> values) {
        this.values = values;
    }

    public static Secrets drawOrRead(Home home) {
        var file = home.secrets();
        if (Files.exists(file)) {
            return new Secrets(read(file));
        }
        if (home.hasData()) {
            throw new IllegalStateException("the data under " + home.folder()
                    + " is there, but not the passwords that open it (" + file
                    + "). Bring the file back, or wipe the data with: ./minka reset");
        }
        var values = drawn();
        write(file, values);
        return new Secrets(values);
    }

    public String superuserPassword() {
        return value("postgres.superuser");
    }

    public String databasePassword(Part service) {
        return value("database." + service.id());
    }

    public String keycloakAdministrator() {
        return value("keycloak.administrator");
    }

    public String clientSecret(Part service) {
        return value("client." + service.id());
    }

    /** Of the client that gives agents their accounts. */
    public String enrolmentSecret() {
        return value("client.enrolment");
    }

    /** Opens the keys of the personal fields: 32 bytes in Base64. */
    public String masterKey() {
        return value("master-key");
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("not among the secrets of this stack: " + name);
        }
        return value;
    }

    private static TreeMap<String, String> drawn() {
        var random = new SecureRandom();
        var values = new TreeMap<String, String>();
        values.put("postgres.superuser", password(random));
        values.put("keycloak.administrator", password(random));
        values.put("client.enrolment", password(random));
        for (var service : Part.services()) {
            values.put("database." + service.id(), password(random));
            values.put("client." + service.id(), password(random));
        }
        values.put("master-key", Base64.getEncoder().encodeToString(bytes(random, BYTES_OF_A_KEY)));
        return values;
    }

    private static String password(SecureRandom random) {
        return HexFormat.of().formatHex(bytes(random, BYTES_OF_A_PASSWORD));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static TreeMap<String, String> read(Path file) {
        var properties = new Properties();
        try (var content = Files.newBufferedReader(file)) {
            properties.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static void write(Path file, TreeMap<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(folder, "secrets", ".new", ownerOnly);
            try (var content = Files.newBufferedWriter(fresh)) {
                properties.store(content, "of this machine's stack; lost with ./minka reset");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
