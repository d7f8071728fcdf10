package pe.minka.registry.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.organisation.OrganisationKind;

import java.util.List;
import java.util.UUID;

/** Whom no invitation to a process has reached: of the stakeholder map and of the organisations of the place. */
@ApplicationScoped
class Uninvited {

    /** One row a name: who is mapped and registered is one and the same. */
    private static final String QUERY = """
            select coalesce(o.name_key, s.name_key) as name_key, coalesce(o.name, s.name) as name, coalesce(o.kind, s.kind) as kind,
                   coalesce(o.zone, s.zone) as zone, s.id as stakeholder, o.id as organisation
            from (select * from stakeholder where process = :process) s
            full join (select * from organisation where entity = :entity) o on o.name_key = s.name_key
            where coalesce(o.name_key, s.name_key) > :after
            and s.invited_on is null
            and not exists (select from agent a join notice_delivery d on d.agent = a.id join notice n on n.id = d.notice
                where a.organisation = o.id and a.process = :process and d.state = 'DELIVERED' and n.kind in ('CALL', 'CONVOCATION'))
            order by 1 limit :limit
            """;

    private final EntityManager database;

    Uninvited(EntityManager database) {
        this.database = database;
    }

    /**
     * @param key by which they are in order
     * @param stakeholder absent where it is on no map
     * @param organisation absent where it is not registered
     */
    record Name(
            String key,
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            @Nullable UUID stakeholder,
            @Nullable UUID organisation) {}

    /** @param after key of the last name of the part before; empty at the start */
    List<Name> of(ProcessId process, EntityCode entity, String after, int limit) {
        List<?> rows = database.createNativeQuery(QUERY, Tuple.class)
                .setParameter("process", process.value())
                .setParameter("entity", entity.value())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Name(
                        row.get("name_key", String.class),
                        row.get("name", String.class),
                        OrganisationKind.valueOf(row.get("kind", String.class)),
                        row.get("zone", String.class),
                        row.get("stakeholder", UUID.class),
                        row.get("organisation", UUID.class)))
                .toList();
    }
}
