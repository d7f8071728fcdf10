package pe.minka.registry.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The one counter of an entity: what can be asked for, what was filed, and where it went. */
@ApplicationScoped
class Counter {

    private static final String FILING = "select id, procedure, year, number, channel, unit,"
            + " cast(received_on as text) as received_on, cast(due_on as text) as due_on,"
            + " answer_act, cast(answered_on as text) as answered_on from filing";

    private final EntityManager database;

    Counter(EntityManager database) {
        this.database = database;
    }

    /** @param termDays working days to answer */
    record Procedure(String code, String title, String unit, int termDays, String law) {}

    /** Something filed; holds nothing of who filed it. */
    record Filing(
            UUID id,
            String procedure,
            int year,
            int number,
            String channel,
            String unit,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable String answerAct,
            @Nullable LocalDate answeredOn) {}

    /** One unit that had it. */
    record Step(String unit, String because, Instant at) {}

    boolean offer(EntityCode entity, Procedure procedure, Instant now) {
        return database.createNativeQuery(
                                "insert into procedure_kind (entity, code, title, unit, term_days, law, changed_at)"
                                        + " values (:entity, :code, :title, :unit, :term, :law, :now) on conflict do nothing")
                        .setParameter("entity", entity.value())
                        .setParameter("code", procedure.code())
                        .setParameter("title", procedure.title())
                        .setParameter("unit", procedure.unit())
                        .setParameter("term", procedure.termDays())
                        .setParameter("law", procedure.law())
                        .setParameter("now", at(now))
                        .executeUpdate()
                == 1;
    }

    /** Later filings go to that unit; those under way stay where they are. */
    boolean assign(EntityCode entity, String code, String unit, Instant now) {
        return database.createNativeQuery(
                                "update procedure_kind set unit = :unit, changed_at = :now where entity = :entity and code = :code")
                        .setParameter("unit", unit)
                        .setParameter("now", at(now))
                        .setParameter("entity", entity.value())
                        .setParameter("code", code)
                        .executeUpdate()
                == 1;
    }

    List<Procedure> offered(EntityCode entity) {
        List<?> rows = database.createNativeQuery(
                        "select code, title, unit, term_days, law from procedure_kind where entity = :entity order by code",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Procedure(
                        row.get("code", String.class),
                        row.get("title", String.class),
                        row.get("unit", String.class),
                        ((Number) row.get("term_days")).intValue(),
                        row.get("law", String.class)))
                .toList();
    }

    /** The next number of the entity's year; one filing at a time gets one. */
    int nextNumber(EntityCode entity, int year) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:counter, 7))")
                .setParameter("counter", entity.value() + "/" + year)
                .getResultList();
        return ((Number) database.createNativeQuery(
                                "select coalesce(max(number), 0) + 1 from filing where entity = :entity and year = :year")
                        .setParameter("entity", entity.value())
                        .setParameter("year", year)
                        .getSingleResult())
                .intValue();
    }

    void add(EntityCode entity, Filing filing, @Nullable ProcessId process, String because, Instant now) {
        database.createNativeQuery(
                        "insert into filing (id, entity, procedure, year, number, process, channel, unit, received_on, due_on)"
                                + " values (:id, :entity, :procedure, :year, :number, cast(:process as uuid), :channel, :unit, :received, :due)")
                .setParameter("id", filing.id())
                .setParameter("entity", entity.value())
                .setParameter("procedure", filing.procedure())
                .setParameter("year", filing.year())
                .setParameter("number", filing.number())
                .setParameter("process", Objects.toString(process, null))
                .setParameter("channel", filing.channel())
                .setParameter("unit", filing.unit())
                .setParameter("received", filing.receivedOn())
                .setParameter("due", filing.dueOn())
                .executeUpdate();
        step(filing.id(), filing.unit(), because, now);
    }

    /** Held against another change until this transaction ends. */
    Optional<Filing> findForChange(EntityCode entity, UUID id) {
        return find(entity, id, " for update");
    }

    Optional<Filing> find(EntityCode entity, UUID id) {
        return find(entity, id, "");
    }

    private Optional<Filing> find(EntityCode entity, UUID id, String hold) {
        return database.createNativeQuery(FILING + " where entity = :entity and id = :id" + hold, Tuple.class)
                .setParameter("entity", entity.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> filing((Tuple) row));
    }

    /** Not answered yet, the most urgent first. */
    List<Filing> waiting(EntityCode entity, @Nullable String unit) {
        List<?> rows = database.createNativeQuery(
                        FILING + " where entity = :entity and answered_on is null"
                                + " and (cast(:unit as text) is null or unit = :unit) order by due_on, year, number limit 500",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .setParameter("unit", unit)
                .getResultList();
        return rows.stream().map(row -> filing((Tuple) row)).toList();
    }

    void forward(UUID filing, String unit, String because, Instant now) {
        database.createNativeQuery("update filing set unit = :unit where id = :id")
                .setParameter("unit", unit)
                .setParameter("id", filing)
                .executeUpdate();
        step(filing, unit, because, now);
    }

    void answer(UUID filing, String act, LocalDate on) {
        database.createNativeQuery("update filing set answer_act = :act, answered_on = :on where id = :id")
                .setParameter("act", act)
                .setParameter("on", on)
                .setParameter("id", filing)
                .executeUpdate();
    }

    List<Step> route(UUID filing) {
        List<?> rows = database.createNativeQuery(
                        "select unit, because, at from filing_route where filing = :filing order by step", Tuple.class)
                .setParameter("filing", filing)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Step(
                        row.get("unit", String.class), row.get("because", String.class), row.get("at", Instant.class)))
                .toList();
    }

    private void step(UUID filing, String unit, String because, Instant now) {
        database.createNativeQuery(
                        "insert into filing_route (filing, step, unit, because, at)"
                                + " select :filing, coalesce(max(step), 0) + 1, :unit, :because, :now from filing_route where filing = :filing")
                .setParameter("filing", filing)
                .setParameter("unit", unit)
                .setParameter("because", because)
                .setParameter("now", at(now))
                .executeUpdate();
    }

    private static Filing filing(Tuple row) {
        var answered = row.get("answered_on", String.class);
        return new Filing(
                row.get("id", UUID.class),
                row.get("procedure", String.class),
                ((Number) row.get("year")).intValue(),
                ((Number) row.get("number")).intValue(),
                row.get("channel", String.class),
                row.get("unit", String.class),
                LocalDate.parse(row.get("received_on", String.class)),
                LocalDate.parse(row.get("due_on", String.class)),
                row.get("answer_act", String.class),
                answered == null ? null : LocalDate.parse(answered));
    }

    private static OffsetDateTime at(Instant now) {
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}
