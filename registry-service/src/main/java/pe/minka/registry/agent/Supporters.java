package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lists of supporters (padrones de adherentes). Each supporter signs once in a process, by a key of the own. */
@ApplicationScoped
class Supporters {

    private static final String ERASED =
            "update supporter set wrapped_key = null, document_index = null, document = null, names = null, address = null, erased_at = :now";
    /** Those of processes of which each phase is closed and the term of the regulation is over. */
    private static final String PAST_TERM = " erased_at is null and process in (select p.id from process p"
            + " join phase f on f.process = p.id where p.entity = :entity group by p.id"
            + " having bool_and(f.state = 'CLOSED') and max(f.closed_at) + make_interval(months =>"
            + " cast(cast(p.rules as jsonb) #>> '{personalData,retentionMonths}' as integer)) <= :now)";

    private final EntityManager database;
    private final PersonalCipher cipher;
    private final KeyedIndex index;
    private final Clock clock;

    Supporters(EntityManager database, PersonalCipher cipher, KeyedIndex index, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /**
     * One row of a list. Personal: never printed, logged or sent.
     *
     * @param row in what was brought, from 1
     */
    record Signed(int row, IdentityDocument document, String names, String address) {

        @Override
        public String toString() {
            return "supporter in row " + row;
        }
    }

    /** One who signed, as a registrar reads it. Personal: never printed or logged. */
    record Supporter(UUID id, IdentityDocument document, String names, String address, Instant addedAt) {

        @Override
        public String toString() {
            return "supporter " + id;
        }
    }

    /** Why a row was not taken; of another petition it tells no more than that there is one. */
    record Doubled(int row, boolean elsewhere) {}

    /**
     * Adds those who signed for nobody in the process yet; the index of the table decides, whatever arrives at once.
     *
     * @return the rows that were not taken
     */
    List<Doubled> add(UUID application, ProcessId process, List<Signed> rows, String account) {
        var doubled = new ArrayList<Doubled>();
        // in one order, so that two lists with the same people do not wait for each other
        rows.stream()
                .map(row -> Map.entry(index(row.document()), row))
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> !insert(application, process, each.getKey(), each.getValue(), account))
                .forEach(each -> doubled.add(new Doubled(
                        each.getValue().row(), !ownerOf(process, each.getKey()).equals(application))));
        doubled.sort(Comparator.comparingInt(Doubled::row));
        return doubled;
    }

    private boolean insert(UUID application, ProcessId process, String documentIndex, Signed row, String account) {
        var id = UUID.randomUUID();
        var key = cipher.newKey(owner(id));
        return database.createNativeQuery(
                                "insert into supporter (id, application, process, document_kind, document_index, wrapped_key, document, names, address, added_at, added_by)"
                                        + " values (:id, :application, :process, :kind, :index, :key, :document, :names, :address, :now, :by) on conflict do nothing")
                        .setParameter("id", id)
                        .setParameter("application", application)
                        .setParameter("process", process.value())
                        .setParameter("kind", row.document().kind().name())
                        .setParameter("index", documentIndex)
                        .setParameter("key", key.wrapped())
                        .setParameter(
                                "document",
                                key.encrypt(
                                        owner(id) + "/document", row.document().number()))
                        .setParameter("names", key.encrypt(owner(id) + "/names", row.names()))
                        .setParameter("address", key.encrypt(owner(id) + "/address", row.address()))
                        .setParameter("now", now())
                        .setParameter("by", account)
                        .executeUpdate()
                == 1;
    }

    private UUID ownerOf(ProcessId process, String documentIndex) {
        List<?> found = database.createNativeQuery(
                        "select application from supporter where process = :process and document_index = :index and erased_at is null",
                        UUID.class)
                .setParameter("process", process.value())
                .setParameter("index", documentIndex)
                .getResultList();
        return found.isEmpty() ? new UUID(0, 0) : (UUID) found.get(0);
    }

    int count(UUID application) {
        return count(List.of(application)).getOrDefault(application, 0);
    }

    /** How many signed for each; those of whom nobody did are absent. */
    Map<UUID, Integer> count(Collection<UUID> applications) {
        var counts = new HashMap<UUID, Integer>();
        database.createNativeQuery(
                        "select application, count(*) as signed from supporter"
                                + " where application = any(cast(:ids as uuid[])) and erased_at is null group by application",
                        Tuple.class)
                .setParameter("ids", applications.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> counts.put(
                        ((Tuple) row).get("application", UUID.class),
                        ((Number) ((Tuple) row).get("signed")).intValue()));
        return counts;
    }

    List<Supporter> list(UUID application, @Nullable UUID after, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select id, document_kind, wrapped_key, document, names, address, added_at from supporter"
                                + " where application = :application and erased_at is null and id > :after order by id limit :limit",
                        Tuple.class)
                .setParameter("application", application)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(row -> read((Tuple) row)).toList();
    }

    private Supporter read(Tuple row) {
        var id = row.get("id", UUID.class);
        var key = cipher.open(row.get("wrapped_key", byte[].class), owner(id));
        return new Supporter(
                id,
                new IdentityDocument(
                        IdentityDocument.Kind.valueOf(row.get("document_kind", String.class)),
                        key.decrypt(owner(id) + "/document", row.get("document", byte[].class))),
                key.decrypt(owner(id) + "/names", row.get("names", byte[].class)),
                key.decrypt(owner(id) + "/address", row.get("address", byte[].class)),
                row.get("added_at", Instant.class));
    }

    /** Destroys the key of one; {@code false} where no such supporter is on the list. */
    boolean erase(UUID application, UUID supporter) {
        return database.createNativeQuery(
                                ERASED + " where id = :id and application = :application and erased_at is null")
                        .setParameter("now", now())
                        .setParameter("id", supporter)
                        .setParameter("application", application)
                        .executeUpdate()
                == 1;
    }

    /** Of applications that came to nothing: they may sign for another. */
    void eraseAll(Collection<UUID> applications) {
        database.createNativeQuery(
                        ERASED + " where application = any(cast(:applications as uuid[])) and erased_at is null")
                .setParameter("now", now())
                .setParameter("applications", applications.toArray(UUID[]::new))
                .executeUpdate();
    }

    int pastTerm(EntityCode entity) {
        return ((Number) database.createNativeQuery("select count(*) from supporter where" + PAST_TERM)
                        .setParameter("entity", entity.value())
                        .setParameter("now", now())
                        .getSingleResult())
                .intValue();
    }

    /** One batch of them; those held by another transaction are left to the next. */
    int erasePastTerm(EntityCode entity, int limit) {
        return database.createNativeQuery(ERASED + " where id in (select id from supporter where" + PAST_TERM
                        + " limit :limit for update skip locked)")
                .setParameter("entity", entity.value())
                .setParameter("now", now())
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private String index(IdentityDocument document) {
        return index.of(document.kind().name(), document.number());
    }

    private static String owner(UUID id) {
        return "supporter/" + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
