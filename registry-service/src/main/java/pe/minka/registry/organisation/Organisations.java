package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.registry.storage.WriteBehind;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The organisations registered with the entities; a name stands once for each entity, however it is spelt. */
@ApplicationScoped
public class Organisations {

    private static final WriteBehind.Writing INSERT = WriteBehind.Writing.insert(
            WriteBehind.Table.ORGANISATION,
            "organisation (id, entity, name, name_key, kind, sector, zone, founded_on, registry_entry, ruc, members, scope, government_level,"
                    + " wrapped_key, legal_representative, registered_at)",
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "date",
            "text",
            "text",
            "integer",
            "text",
            "text",
            "bytea",
            "bytea",
            "timestamptz");
    static final String REPRESENTATIVE = "/legal-representative";
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^a-z0-9]+");

    private final EntityManager database;
    private final Statements statements;
    private final WriteBehind later;
    private final Outbox outbox;
    private final PersonalCipher cipher;
    private final Clock clock;

    Organisations(
            EntityManager database,
            Statements statements,
            WriteBehind later,
            Outbox outbox,
            PersonalCipher cipher,
            Clock clock) {
        this.cipher = cipher;
        this.database = database;
        this.statements = statements;
        this.later = later;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which organisation of an entity bears a name. */
    private record Name(EntityCode entity, String key) {}

    /**
     * What an organisation states of itself.
     *
     * @param ruc dropped where it is a natural person's, such as the president's: it is made of that person's DNI
     * @param governmentLevel of a body of the State
     * @param legalRepresentative a person's name: encrypted where it is stored, never public
     */
    public record Statement(
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            @Nullable LocalDate foundedOn,
            @Nullable String registryEntry,
            @Nullable Ruc ruc,
            @Nullable Integer members,
            @Nullable OrganisationScope scope,
            @Nullable GovernmentLevel governmentLevel,
            @Nullable String legalRepresentative) {

        public Statement {
            ruc = ruc != null && ruc.ofLegalPerson() ? ruc : null;
        }

        /** One that tells neither how far it reaches nor who represents it. */
        public Statement(
                String name,
                OrganisationKind kind,
                @Nullable String zone,
                @Nullable LocalDate foundedOn,
                @Nullable String registryEntry,
                @Nullable Ruc ruc,
                @Nullable Integer members) {
            this(name, kind, zone, foundedOn, registryEntry, ruc, members, null, null, null);
        }

        @Override
        public String toString() {
            return "statement of " + name;
        }
    }

    /**
     * Registers it and tells so.
     *
     * @return empty where the name or the taxpayer's number is taken already
     */
    public Optional<KnownOrganisation> register(EntityCode entity, Statement statement) {
        var id = UUID.randomUUID();
        var name = new Name(entity, nameKey(statement.name()));
        if (later.takeAbsent(name) && statement.ruc() == null) {
            return Optional.of(registerLater(entity, statement, id, name));
        }
        int inserted = statements.bulk(
                INSERT.command(), INSERT.types(), Collections.singletonList(row(entity, statement, id, name)));
        if (inserted == 0) {
            return Optional.empty();
        }
        outbox.append(OrganisationRegistered.of(id, entity, statement));
        return Optional.of(database.find(Organisation.class, id).known());
    }

    private @Nullable Object[] row(EntityCode entity, Statement statement, UUID id, Name name) {
        var ruc = statement.ruc();
        var representative = statement.legalRepresentative();
        var key = representative == null ? null : cipher.newKey(owner(id));
        return new @Nullable Object[] {
            id,
            entity,
            statement.name(),
            name.key(),
            statement.kind(),
            statement.kind().sector(),
            statement.zone(),
            statement.foundedOn(),
            statement.registryEntry(),
            ruc == null ? null : ruc.value(),
            statement.members(),
            statement.scope(),
            statement.governmentLevel(),
            key == null ? null : key.wrapped(),
            key == null || representative == null ? null : key.encrypt(owner(id) + REPRESENTATIVE, representative),
            clock.instant()
        };
    }

    /** Who represents it before the law, for a record that the law asks for. */
    public String legalRepresentative(UUID id, byte[] wrappedKey, byte[] sealed) {
        return cipher.open(wrappedKey, owner(id)).decrypt(owner(id) + REPRESENTATIVE, sealed);
    }

    static String owner(UUID id) {
        return "organisation/" + id;
    }

    /** Among many: the name was looked for and is free, and the row goes to the database with others. */
    private KnownOrganisation registerLater(EntityCode entity, Statement statement, UUID id, Name name) {
        later.later(INSERT, List.of(name, id), row(entity, statement, id, name));
        later.noteNew(id);
        later.append(OrganisationRegistered.of(id, entity, statement));
        var known =
                new KnownOrganisation(id, statement.name(), statement.kind(), statement.zone(), statement.foundedOn());
        later.noteFound(name, known);
        return known;
    }

    /**
     * Looks for many names at once, so that {@link #named} need not look for each.
     *
     * @return those that are registered
     */
    public List<UUID> lookUp(EntityCode entity, List<String> names) {
        var keys = names.stream().map(Organisations::nameKey).distinct().toList();
        keys.forEach(key -> later.noteAbsent(new Name(entity, key)));
        return statements.list(
                "select name_key, id, name, kind, zone, founded_on from organisation where entity = ? and name_key = any(?)",
                row -> {
                    var name = new Name(entity, row.getString(1));
                    var id = row.getObject(2, UUID.class);
                    later.takeAbsent(name);
                    later.noteFound(
                            name,
                            new KnownOrganisation(
                                    id,
                                    row.getString(3),
                                    OrganisationKind.valueOf(row.getString(4)),
                                    row.getString(5),
                                    row.getObject(6, LocalDate.class)));
                    return id;
                },
                entity,
                keys.toArray(String[]::new));
    }

    /** Of that entity; of another one it is unknown. */
    public Optional<KnownOrganisation> known(EntityCode entity, UUID id) {
        return find(entity, id).map(Organisation::known);
    }

    Optional<Organisation> find(EntityCode entity, UUID id) {
        return Optional.ofNullable(database.find(Organisation.class, id))
                .filter(organisation -> organisation.entity().equals(entity));
    }

    /** The same, held against other changes until the end of the transaction. */
    Optional<Organisation> findForChange(EntityCode entity, UUID id) {
        return Optional.ofNullable(database.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(organisation -> organisation.entity().equals(entity));
    }

    /** Read apart from the organisation itself, which is not held yet. */
    Optional<OrganisationKind> kindOf(EntityCode entity, UUID id) {
        return database.createQuery(
                        "select kind from Organisation where entity = :entity and id = :id", OrganisationKind.class)
                .setParameter("entity", entity)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Whether somebody is accredited for it, in whichever process. */
    boolean hasAgents(UUID id) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select from agent where organisation = :id and state = 'ACCREDITED')",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    public Optional<KnownOrganisation> named(EntityCode entity, String name) {
        var wanted = new Name(entity, nameKey(name));
        Optional<KnownOrganisation> lookedUp = later.found(wanted);
        if (lookedUp.isPresent() || later.isAbsent(wanted)) {
            return lookedUp;
        }
        later.settle(wanted);
        var found = find(wanted);
        if (found.isEmpty()) {
            later.noteAbsent(wanted);
        }
        return found;
    }

    private Optional<KnownOrganisation> find(Name name) {
        return database.createQuery("from Organisation where entity = :entity and nameKey = :name", Organisation.class)
                .setParameter("entity", name.entity())
                .setParameter("name", name.key())
                .getResultStream()
                .findFirst()
                .map(Organisation::known);
    }

    /** All that are registered with the entity, by name. */
    public List<KnownOrganisation> all(EntityCode entity) {
        return database.createQuery("from Organisation where entity = :entity order by name", Organisation.class)
                .setParameter("entity", entity)
                .getResultStream()
                .map(Organisation::known)
                .toList();
    }

    /** Lets one change at a time decide on its agents. */
    public void lock(UUID id) {
        database.createNativeQuery("select id from organisation where id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }

    List<Organisation> list(EntityCode entity, @Nullable UUID after, int limit) {
        return database.createQuery(
                        "from Organisation where entity = :entity and id > :after order by id", Organisation.class)
                .setParameter("entity", entity)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Case, accents, punctuation and repeated blanks do not make another organisation. */
    public static String nameKey(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NOT_OF_A_NAME.matcher(plain).replaceAll(" ").strip();
    }
}
