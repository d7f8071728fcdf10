package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;
import pe.minka.registry.storage.WriteBehind;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people behind the agents of each entity, encrypted under a key of each person's own (Ley 29733). */
@ApplicationScoped
class People {

    private static final List<String> SEALED = Stream.concat(
                    Stream.of("names", "birth_date", "contact"), Particulars.FIELDS.stream())
            .toList();
    private static final WriteBehind.Writing INSERT = WriteBehind.Writing.insert(
            WriteBehind.Table.PERSON,
            "person (id, entity, document_index, document_kind, wrapped_key, document, " + String.join(", ", SEALED)
                    + ", likeness, changed_at)",
            types("uuid, text, text, text, bytea, bytea"));
    private static final WriteBehind.Writing UPDATE = new WriteBehind.Writing(
            WriteBehind.Table.CHANGED_PERSON,
            "update person set "
                    + SEALED.stream()
                            .map(field -> field + " = coalesce(told." + field + ", person." + field + ")")
                            .collect(Collectors.joining(", "))
                    + ", likeness = coalesce(told.likeness, person.likeness), changed_at = told.changed_at"
                    + " from %s as told (id, " + String.join(", ", SEALED) + ", likeness, changed_at)"
                    + " where person.id = told.id and person.wrapped_key is not null",
            List.of(types("uuid")));
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final EntityManager database;
    private final Statements statements;
    private final WriteBehind later;
    private final PersonalCipher cipher;
    private final KeyedIndex index;
    private final Clock clock;

    People(
            EntityManager database,
            Statements statements,
            WriteBehind later,
            PersonalCipher cipher,
            KeyedIndex index,
            Clock clock) {
        this.database = database;
        this.statements = statements;
        this.later = later;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** The person with that document, known or new; what was known is brought up to date. */
    UUID remember(EntityCode entity, PersonalRecord person) {
        var document = document(entity, person.document());
        var documentIndex = document.index();
        if (later.takeAbsent(document)) {
            return rememberLater(document, person);
        }
        Optional<Known> lookedUp = later.found(document);
        if (lookedUp.isPresent()) {
            writeLater(lookedUp.get(), person);
            return lookedUp.get().id();
        }
        // held, so that nobody erases the person whom an accreditation is about to rest on
        var known = findAndHold(entity, documentIndex);
        if (known.isPresent()) {
            var id = known.get().get("id", UUID.class);
            write(id, open(id, known.get().get("wrapped_key", byte[].class)), person);
            return id;
        }
        var id = UUID.randomUUID();
        var key = cipher.newKey(owner(id));
        int inserted = statements.bulk(INSERT.command(), INSERT.types(), rows(added(id, key, document, person)));
        // another registrar was faster: the person is known now
        return inserted == 1 ? id : remember(entity, person);
    }

    /** Whose document it is at an entity, by the keyed index. */
    private record Document(EntityCode entity, String index) {}

    /** Whom a batch found by a document. */
    private record Known(UUID id, byte[] wrappedKey) {}

    private Document document(EntityCode entity, IdentityDocument document) {
        return new Document(entity, index.of(document.kind().name(), document.number()));
    }

    /**
     * Looks for many people at once, so that {@link #known} and {@link #remember} need not look for each.
     *
     * @return those who are known
     */
    List<UUID> lookUp(EntityCode entity, List<IdentityDocument> documents) {
        var wanted = documents.stream()
                .map(each -> document(entity, each))
                .distinct()
                .toList();
        wanted.forEach(later::noteAbsent);
        return statements.list(
                "select document_index, id, wrapped_key from person where entity = ? and document_index = any(?::bpchar[])"
                        + " order by id for update",
                row -> {
                    var document = new Document(entity, row.getString(1));
                    var known = new Known(row.getObject(2, UUID.class), row.getBytes(3));
                    later.takeAbsent(document);
                    later.noteFound(document, known);
                    return known.id();
                },
                entity,
                wanted.stream().map(Document::index).toArray(String[]::new));
    }

    /** Among many: the document was looked for and is new, and the row goes to the database with others. */
    private UUID rememberLater(Document document, PersonalRecord person) {
        var id = UUID.randomUUID();
        var key = cipher.newKey(owner(id));
        later.later(INSERT, List.of(document, id), added(id, key, document, person));
        later.noteNew(id);
        later.noteFound(document, new Known(id, key.wrapped()));
        return id;
    }

    /** Among many: what was known is brought up to date with others. */
    private void writeLater(Known known, PersonalRecord person) {
        later.settle(known.id());
        later.later(UPDATE, List.of(known.id()), told(known.id(), open(known.id(), known.wrappedKey()), person));
    }

    /** A row of {@link #INSERT}. */
    private @Nullable Object[] added(UUID id, PersonalCipher.OpenKey key, Document document, PersonalRecord person) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                id,
                document.entity().value(),
                document.index(),
                person.document().kind().name(),
                key.wrapped(),
                encrypt(id, key, "document", person.document().number())));
        row.addAll(sealed(id, key, person));
        return row.toArray();
    }

    /** A row of {@link #UPDATE}. */
    private @Nullable Object[] told(UUID id, PersonalCipher.OpenKey key, PersonalRecord person) {
        var row = new ArrayList<@Nullable Object>(List.of(id));
        row.addAll(sealed(id, key, person));
        return row.toArray();
    }

    /** The fields of {@link #SEALED}, likeness and time. */
    private List<@Nullable Object> sealed(UUID id, PersonalCipher.OpenKey key, PersonalRecord person) {
        var row = new ArrayList<@Nullable Object>();
        var birth = person.birthDate();
        row.add(encrypt(id, key, "names", person.names()));
        row.add(birth == null ? null : encrypt(id, key, "birth", birth.toString()));
        row.add(sealed(id, key, "contact", person.contact()));
        var texts = person.particulars().texts();
        for (int i = 0; i < texts.size(); i++) {
            row.add(sealed(id, key, Particulars.FIELDS.get(i), texts.get(i)));
        }
        row.add(likeness(person));
        row.add(now());
        return row;
    }

    private static byte @Nullable [] sealed(UUID id, PersonalCipher.OpenKey key, String field, @Nullable String text) {
        return text == null ? null : encrypt(id, key, field, text);
    }

    private static List<@Nullable Object[]> rows(@Nullable Object[] row) {
        return Collections.singletonList(row);
    }

    /** Those given, one for each sealed field, and those of likeness and time. */
    private static String[] types(String first) {
        return Stream.of(
                        Stream.of(first.split(", ", -1)),
                        SEALED.stream().map(field -> "bytea"),
                        Stream.of("text", "timestamptz"))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /** The person with that document at that entity, if known. */
    Optional<UUID> known(EntityCode entity, IdentityDocument document) {
        var wanted = document(entity, document);
        Optional<Known> lookedUp = later.found(wanted);
        if (lookedUp.isPresent() || later.isAbsent(wanted)) {
            return lookedUp.map(Known::id);
        }
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
                        "select document_kind, wrapped_key, document, " + String.join(", ", SEALED) + " from person"
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
                        "select id, document_kind, wrapped_key, document, " + String.join(", ", SEALED) + " from person"
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

    /**
     * Something said about a person, under the key of the person.
     *
     * @param what it is, in one word; the same one opens it again
     */
    byte[] seal(UUID id, String what, String text) {
        return encrypt(id, open(id, wrappedKey(id)), what, text);
    }

    /** What was sealed; null where nothing was. */
    @Nullable
    String open(UUID id, String what, byte @Nullable [] sealed) {
        return sealed == null ? null : decrypt(id, open(id, wrappedKey(id)), what, sealed);
    }

    private byte[] wrappedKey(UUID id) {
        return (byte[]) database.createNativeQuery(
                        "select wrapped_key from person where id = :id and wrapped_key is not null", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /**
     * Tells whether two agents of a process are one person, and nothing else: it rests on the random id of the person,
     * behind which nobody stands once the person is erased; and without the key no two processes can be compared.
     */
    String pseudonym(ProcessId process, UUID id) {
        return index.exactly("person-of-process/v1", process + "/" + id);
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
                        + " likeness = null, changed_at = :now, "
                        + SEALED.stream().map(field -> field + " = null, ").collect(Collectors.joining())
                        + "erased_at = coalesce(erased_at, :now) where id = :id")
                .setParameter("id", id)
                .setParameter("now", now())
                .executeUpdate();
        database.createNativeQuery("update rectification set proof = null where person = :id and proof is not null")
                .setParameter("id", id)
                .executeUpdate();
        // with the master key a keyed hash of what was captured would still tell a guess from a miss
        database.createNativeQuery("update offline_registration set fingerprint = ''"
                        + " where agent in (select id from agent where person = :id)")
                .setParameter("id", id)
                .executeUpdate();
    }

    private PersonalRecord record(UUID id, Tuple row) {
        var key = open(id, row.get("wrapped_key", byte[].class));
        var birth = decrypt(id, key, "birth", row.get("birth_date", byte[].class));
        var document = decrypt(id, key, "document", row.get("document", byte[].class));
        var names = decrypt(id, key, "names", row.get("names", byte[].class));
        return new PersonalRecord(
                new IdentityDocument(
                        IdentityDocument.Kind.valueOf(row.get("document_kind", String.class)),
                        document == null ? "" : document),
                names == null ? "" : names,
                birth == null ? null : LocalDate.parse(birth),
                decrypt(id, key, "contact", row.get("contact", byte[].class)),
                Particulars.of(Particulars.FIELDS.stream()
                        .map(field -> decrypt(id, key, field, row.get(field, byte[].class)))
                        .collect(Collectors.toCollection(ArrayList::new))));
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

    private void write(UUID id, PersonalCipher.OpenKey key, PersonalRecord person) {
        statements.bulk(UPDATE.command(), UPDATE.types(), rows(told(id, key, person)));
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
        var key = open(id, known.get("wrapped_key", byte[].class));
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
        var plain = MARKS.matcher(Normalizer.normalize(person.names(), Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        var names = NO_LETTERS.split(plain, -1);
        Arrays.sort(names);
        return index.of("LIKENESS", String.join("|", names) + "|" + person.birthDate());
    }

    private PersonalCipher.OpenKey open(UUID id, byte[] wrappedKey) {
        return cipher.open(wrappedKey, owner(id));
    }

    private static byte[] encrypt(UUID id, PersonalCipher.OpenKey key, String field, String text) {
        return key.encrypt(owner(id) + "/" + field, text);
    }

    private static @Nullable String decrypt(
            UUID id, PersonalCipher.OpenKey key, String field, byte @Nullable [] ciphertext) {
        return ciphertext == null ? null : key.decrypt(owner(id) + "/" + field, ciphertext);
    }

    private static String owner(UUID id) {
        return "person/" + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
