package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.registry.storage.WriteBehind;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The organisations registered with the entities; a name stands once for each entity, however it is spelt. */
@ApplicationScoped
public class Organisations {

    private static final String INSERT =
            "insert into organisation (id, entity, name, name_key, kind, sector, zone, founded_on, registry_entry, ruc, members, registered_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final EntityManager database;
    private final WriteBehind later;
    private final Outbox outbox;
    private final Clock clock;

    Organisations(EntityManager database, WriteBehind later, Outbox outbox, Clock clock) {
        this.database = database;
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
     */
    public record Statement(
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            @Nullable LocalDate foundedOn,
            @Nullable String registryEntry,
            @Nullable Ruc ruc,
            @Nullable Integer members) {

        public Statement {
            ruc = ruc != null && ruc.ofLegalPerson() ? ruc : null;
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
        if (statement.ruc() == null && later.takeAbsent(name)) {
            return Optional.of(registerLater(entity, statement, id, name));
        }
        int inserted = database.createNativeQuery(
                        "insert into organisation (id, entity, name, name_key, kind, sector, zone, founded_on, registry_entry, ruc, members, registered_at)"
                                + " values (:id, :entity, :name, :nameKey, :kind, :sector, cast(:zone as text), cast(:founded as date),"
                                + " cast(:entry as text), cast(:ruc as text), cast(:members as integer), :now) on conflict do nothing")
                .setParameter("id", id)
                .setParameter("entity", entity.value())
                .setParameter("name", statement.name())
                .setParameter("nameKey", nameKey(statement.name()))
                .setParameter("kind", statement.kind().name())
                .setParameter("sector", statement.kind().sector().name())
                .setParameter("zone", statement.zone())
                .setParameter(
                        "founded",
                        statement.foundedOn() == null
                                ? null
                                : statement.foundedOn().toString())
                .setParameter("entry", statement.registryEntry())
                .setParameter(
                        "ruc", statement.ruc() == null ? null : statement.ruc().value())
                .setParameter(
                        "members",
                        statement.members() == null ? null : statement.members().toString())
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
        if (inserted == 0) {
            return Optional.empty();
        }
        outbox.append(new OrganisationRegistered(
                id, entity, statement.name(), statement.kind(), statement.kind().sector(), statement.zone()));
        return Optional.of(database.find(Organisation.class, id).known());
    }

    /** Among many: the name was looked for and is free, and the row goes to the database with others. */
    private KnownOrganisation registerLater(EntityCode entity, Statement statement, UUID id, Name name) {
        later.later(
                WriteBehind.Table.ORGANISATION,
                INSERT,
                List.of(name, id),
                id,
                entity.value(),
                statement.name(),
                name.key(),
                statement.kind().name(),
                statement.kind().sector().name(),
                statement.zone(),
                statement.foundedOn(),
                statement.registryEntry(),
                null,
                statement.members(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        later.noteNew(id);
        later.append(new OrganisationRegistered(
                id, entity, statement.name(), statement.kind(), statement.kind().sector(), statement.zone()));
        return new KnownOrganisation(id, statement.name(), statement.kind(), statement.zone(), statement.foundedOn());
    }

    /** Of that entity; of another one it is unknown. */
    public Optional<KnownOrganisation> known(EntityCode entity, UUID id) {
        return find(entity, id).map(Organisation::known);
    }

    Optional<Organisation> find(EntityCode entity, UUID id) {
        return Optional.ofNullable(database.find(Organisation.class, id))
                .filter(organisation -> organisation.entity().equals(entity));
    }

    public Optional<KnownOrganisation> named(EntityCode entity, String name) {
        var wanted = new Name(entity, nameKey(name));
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
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
