package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;
import pe.minka.registry.storage.WriteBehind;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people behind the agents of each entity, encrypted under a key of each person's own (Ley 29733). */
@ApplicationScoped
class People {

    private static final String INSERT =
            "insert into person (id, entity, document_index, document_kind, wrapped_key, document, names, birth_date, contact, likeness, changed_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final EntityManager database;
    private final WriteBehind later;
    private final PersonalCipher cipher;
    private final KeyedIndex index;
    private final Clock clock;

    People(EntityManager database, WriteBehind later, PersonalCipher cipher, KeyedIndex index, Clock clock) {
        this.database = database;
        this.later = later;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** The person with that document, known or new; what was known is brought up to date. */
    UUID remember(EntityCode entity, PersonalRecord person) {
        var documentIndex =
                index.of(person.document().kind().name(), person.document().number());
        if (later.takeAbsent(new Document(entity, documentIndex))) {
            return rememberLater(entity, person, documentIndex);
        }
        // held, so that nobody erases the person whom an accreditation is about to rest on
        var known = findAndHold(entity, documentIndex);
        if (known.isPresent()) {
            write(known.get().get("id", UUID.class), known.get().get("wrapped_key", byte[].class), person);
            return known.get().get("id", UUID.class);
        }
        var id = UUID.randomUUID();
        var wrappedKey = cipher.newWrappedKey(owner(id));
        int inserted = database.createNativeQuery(
                        "insert into person (id, entity, document_index, document_kind, wrapped_key, document, names, birth_date, contact, likeness, changed_at)"
                                + " values (:id, :entity, :index, :kind, :key, :document, :names, cast(:birth as bytea), cast(:contact as bytea), cast(:likeness as text), :now)"
                                + " on conflict do nothing")
                .setParameter("id", id)
                .setParameter("entity", entity.value())
                .setParameter("index", documentIndex)
                .setParameter("kind", person.document().kind().name())
                .setParameter("key", wrappedKey)
                .setParameter(
                        "document",
                        encrypt(id, wrappedKey, "document", person.document().number()))
                .setParameter("names", encrypt(id, wrappedKey, "names", person.names()))
                .setParameter("birth", birth(id, wrappedKey, person.birthDate()))
                .setParameter("contact", contact(id, wrappedKey, person.contact()))
                .setParameter("likeness", likeness(person))
                .setParameter("now", now())
                .executeUpdate();
        // another registrar was faster: the person is known now
        return inserted == 1 ? id : remember(entity, person);
    }

    /** Whose document it is at an entity, by the keyed index. */
    private record Document(EntityCode entity, String index) {}

    /** Among many: the document was looked for and is new, and the row goes to the database with others. */
    private UUID rememberLater(EntityCode entity, PersonalRecord person, String documentIndex) {
        var id = UUID.randomUUID();
        var key = cipher.newWrappedKey(owner(id));
        later.later(
                WriteBehind.Table.PERSON,
                INSERT,
                List.of(new Document(entity, documentIndex), id),
                id,
                entity.value(),
                documentIndex,
                person.document().kind().name(),
                key,
                encrypt(id, key, "document", person.document().number()),
                encrypt(id, key, "names", person.names()),
                birth(id, key, person.birthDate()),
                contact(id, key, person.contact()),
                likeness(person),
                now());
        later.noteNew(id);
        return id;
    }

    /** The person with that document at that entity, if known. */
    Optional<UUID> known(EntityCode entity, IdentityDocument document) {
        var wanted = new Document(entity, index.of(document.kind().name(), document.number()));
        later.settle(wanted);
        var found = find(entity, wanted.index()).map(person -> person.get("id", UUID.class));
        if (found.isEmpty()) {
            later.noteAbsent(wanted);
        }
        return found;
    }

    /** Empty for a person who was erased. */
    Optional<PersonalRecord> read(UUID id) {
        return database.createNativeQuery(
                        "select document_kind, wrapped_key, document, names, birth_date, contact from person"
                                + " where id = :id and wrapped_key is not null",
                        Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> record(id, (Tuple) row));
    }

    /** Those among them who were not erased, in one go. */
    Map<UUID, PersonalRecord> read(Collection<UUID> ids) {
        var known = new HashMap<UUID, PersonalRecord>();
        database.createNativeQuery(
                        "select id, document_kind, wrapped_key, document, names, birth_date, contact from person"
                                + " where id = any(cast(:ids as uuid[])) and wrapped_key is not null",
                        Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(found -> {
                    var row = (Tuple) found;
                    known.put(row.get("id", UUID.class), record(row.get("id", UUID.class), row));
                });
        return known;
    }

    /** Nobody else accredits or erases the person while the transaction lasts. */
    void hold(UUID id) {
        database.createNativeQuery("select id from person where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Destroys the person's key and index; the ciphertext goes too, though nobody could read it any more. */
    void erase(UUID id) {
        database.createNativeQuery("update person set wrapped_key = null, document_index = null, document = null,"
                        + " names = null, birth_date = null, contact = null, likeness = null, changed_at = :now,"
                        + " erased_at = coalesce(erased_at, :now) where id = :id")
                .setParameter("id", id)
                .setParameter("now", now())
                .executeUpdate();
    }

    private PersonalRecord record(UUID id, Tuple row) {
        var key = row.get("wrapped_key", byte[].class);
        var birth = decrypt(id, key, "birth", row.get("birth_date", byte[].class));
        var document = decrypt(id, key, "document", row.get("document", byte[].class));
        var names = decrypt(id, key, "names", row.get("names", byte[].class));
        return new PersonalRecord(
                new IdentityDocument(
                        IdentityDocument.Kind.valueOf(row.get("document_kind", String.class)),
                        document == null ? "" : document),
                names == null ? "" : names,
                birth == null ? null : LocalDate.parse(birth),
                decrypt(id, key, "contact", row.get("contact", byte[].class)));
    }

    private Optional<Tuple> find(EntityCode entity, String documentIndex) {
        return find(entity, documentIndex, "");
    }

    private Optional<Tuple> findAndHold(EntityCode entity, String documentIndex) {
        return find(entity, documentIndex, " for update");
    }

    private Optional<Tuple> find(EntityCode entity, String documentIndex, String held) {
        return database.createNativeQuery(
                        "select id, wrapped_key from person where entity = :entity and document_index = :index" + held,
                        Tuple.class)
                .setParameter("entity", entity.value())
                .setParameter("index", documentIndex)
                .getResultStream()
                .findFirst()
                .map(row -> (Tuple) row);
    }

    private void write(UUID id, byte[] wrappedKey, PersonalRecord person) {
        database.createNativeQuery("update person set names = :names,"
                        + " birth_date = coalesce(cast(:birth as bytea), birth_date),"
                        + " contact = coalesce(cast(:contact as bytea), contact),"
                        + " likeness = coalesce(cast(:likeness as text), likeness), changed_at = :now where id = :id")
                .setParameter("id", id)
                .setParameter("names", encrypt(id, wrappedKey, "names", person.names()))
                .setParameter("birth", birth(id, wrappedKey, person.birthDate()))
                .setParameter("contact", contact(id, wrappedKey, person.contact()))
                .setParameter("likeness", likeness(person))
                .setParameter("now", now())
                .executeUpdate();
    }

    /**
     * Corrects what is known of a person; {@code false} where the document is another person's, and then the transaction
     * is over.
     */
    boolean rectify(UUID id, PersonalRecord right) {
        List<?> rows = database.createNativeQuery(
                        "select entity, wrapped_key from person where id = :id and wrapped_key is not null for update",
                        Tuple.class)
                .setParameter("id", id)
                .getResultList();
        if (rows.isEmpty()) {
            throw Problem.notFound().toException();
        }
        var known = (Tuple) rows.get(0);
        var entity = new EntityCode(known.get("entity", String.class));
        var key = known.get("wrapped_key", byte[].class);
        var documentIndex =
                index.of(right.document().kind().name(), right.document().number());
        if (find(entity, documentIndex)
                .filter(other -> !other.get("id", UUID.class).equals(id))
                .isPresent()) {
            return false;
        }
        try {
            database.createNativeQuery(
                            "update person set document_index = :index, document_kind = :kind, document = :document where id = :id")
                    .setParameter("index", documentIndex)
                    .setParameter("kind", right.document().kind().name())
                    .setParameter(
                            "document",
                            encrypt(id, key, "document", right.document().number()))
                    .setParameter("id", id)
                    .executeUpdate();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused).filter("person_once"::equals).isPresent()) {
                return false;
            }
            throw refused;
        }
        write(id, key, right);
        return true;
    }

    /** The same for one person behind two documents, as far as names and birth date tell; null without a birth date. */
    private @Nullable String likeness(PersonalRecord person) {
        if (person.birthDate() == null) {
            return null;
        }
        var names = Normalizer.normalize(person.names(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .split("[^\\p{L}]+", -1);
        Arrays.sort(names);
        return index.of("LIKENESS", String.join("|", names) + "|" + person.birthDate());
    }

    private byte @Nullable [] birth(UUID id, byte[] key, @Nullable LocalDate date) {
        return date == null ? null : encrypt(id, key, "birth", date.toString());
    }

    private byte @Nullable [] contact(UUID id, byte[] key, @Nullable String contact) {
        return contact == null ? null : encrypt(id, key, "contact", contact);
    }

    private byte[] encrypt(UUID id, byte[] key, String field, String text) {
        return cipher.encrypt(key, owner(id), owner(id) + "/" + field, text);
    }

    private @Nullable String decrypt(UUID id, byte[] key, String field, byte @Nullable [] ciphertext) {
        return ciphertext == null ? null : cipher.decrypt(key, owner(id), owner(id) + "/" + field, ciphertext);
    }

    private static String owner(UUID id) {
        return "person/" + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
