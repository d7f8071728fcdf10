package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Those who represent organisations before the law: people too, whose names stand under a key of the organisation's own. */
@ApplicationScoped
public class LegalRepresentatives {

    /** An organisation nobody of which was ever accredited has no term: nothing tells when its time is over. */
    private static final String DUE = "with ended as (select p.id, max(f.closed_at) + make_interval(months =>"
            + " cast(cast(p.rules as jsonb) #>> '{personalData,retentionMonths}' as integer)) as until"
            + " from process p join phase f on f.process = p.id where p.entity = :entity"
            + " group by p.id having bool_and(f.state = 'CLOSED'))"
            + " select o.id from organisation o where o.entity = :entity and o.legal_representative is not null"
            + " and exists (select 1 from agent a where a.organisation = o.id)"
            + " and not exists (select 1 from agent a left join ended e on e.id = a.process"
            + " where a.organisation = o.id and (e.until is null or e.until > :now)) order by o.id limit :most";

    private final EntityManager database;

    LegalRepresentatives(EntityManager database) {
        this.database = database;
    }

    /** Organisations all of whose processes are closed and whose terms have passed, and that still name one. */
    public List<UUID> due(EntityCode entity, Instant now, int most) {
        List<?> due = database.createNativeQuery(DUE, UUID.class)
                .setParameter("entity", entity.value())
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter("most", most)
                .getResultList();
        return due.stream().map(UUID.class::cast).toList();
    }

    /** Destroys the key with what it opened; whether there was one to forget. */
    public boolean erase(UUID organisation) {
        return database.createNativeQuery("update organisation set wrapped_key = null, legal_representative = null"
                                + " where id = :id and legal_representative is not null")
                        .setParameter("id", organisation)
                        .executeUpdate()
                == 1;
    }
}
