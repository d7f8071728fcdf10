package pe.minka.registry.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Ubigeo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Entities whose regulation says by when to call and that have not called. The process of a fiscal year is called in the
 * year before. The regulation is the entity's own that is in force in that year, or else the national norm.
 */
@ApplicationScoped
class LateCalls {

    private static final String OVERDUE = """
            select e.code, e.name, e.ubigeo, r.identifier, r.call_by
            from entity e cross join lateral (
                select v.identifier, cast(v.effective as jsonb) #>> '{cycle,callBy}' as call_by
                from regulation_version v join regulation g on g.identifier = v.identifier
                where (g.entity = e.code or g.entity is null)
                  and v.effective_from <= :last and (v.effective_until is null or v.effective_until >= :first)
                order by g.entity is null, v.effective_from desc, v.version desc
                limit 1) r
            where e.code > :after and e.ubigeo like :territory and r.call_by is not null
              and :year || '-' || r.call_by < :today
              and not exists (select from process p where p.entity = e.code and p.fiscal_year = :fiscalYear)
            order by e.code""";

    private final EntityManager database;

    LateCalls(EntityManager database) {
        this.database = database;
    }

    /** @param daysLate since the day by which it should have called */
    record LateCall(
            EntityCode entity, String name, Ubigeo ubigeo, String regulation, LocalDate callBy, long daysLate) {}

    @Transactional
    List<LateCall> list(FiscalYear fiscalYear, String territory, LocalDate today, String after, int limit) {
        int year = fiscalYear.value() - 1;
        @SuppressWarnings("unchecked") // a native query with a result class gives rows of it
        List<Tuple> rows = database.createNativeQuery(OVERDUE, Tuple.class)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .setParameter("after", after)
                .setParameter("territory", territory + "%")
                .setParameter("year", String.valueOf(year))
                .setParameter("today", today.toString())
                .setParameter("fiscalYear", fiscalYear.value())
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> late(row, year, today))
                .toList();
    }

    private static LateCall late(Tuple row, int year, LocalDate today) {
        var callBy = MonthDay.parse("--" + row.get(4, String.class)).atYear(year);
        return new LateCall(
                new EntityCode(row.get(0, String.class)),
                row.get(1, String.class),
                new Ubigeo(row.get(2, String.class)),
                row.get(3, String.class),
                callBy,
                ChronoUnit.DAYS.between(callBy, today));
    }
}
