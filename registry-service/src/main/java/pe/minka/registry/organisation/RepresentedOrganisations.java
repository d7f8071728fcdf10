package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** The organisations on the roll of a process, with how many stand on it for each. */
@ApplicationScoped
class RepresentedOrganisations {

    private static final String QUERY = """
            select r.organisation, o.name, o.kind, o.sector, o.zone, r.principals, r.alternates
            from (select a.organisation, count(*) filter (where a.role = 'PRINCIPAL') as principals,
                    count(*) filter (where a.role = 'ALTERNATE') as alternates
                from agent a where a.process = :process and a.state = 'ACCREDITED' and a.role in ('PRINCIPAL', 'ALTERNATE')
                and a.organisation > :after group by a.organisation order by a.organisation limit :limit) r
            join organisation o on o.id = r.organisation order by r.organisation
            """;

    private final EntityManager database;

    RepresentedOrganisations(EntityManager database) {
        this.database = database;
    }

    /**
     * @param principals accredited for it as they stand now
     * @param alternates likewise
     */
    record Represented(
            UUID id,
            String name,
            OrganisationKind kind,
            Sector sector,
            @Nullable String zone,
            int principals,
            int alternates) {}

    List<Represented> of(ProcessId process, UUID after, int limit) {
        List<?> rows = database.createNativeQuery(QUERY, Tuple.class)
                .setParameter("process", process.value())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Represented(
                        row.get("organisation", UUID.class),
                        row.get("name", String.class),
                        OrganisationKind.valueOf(row.get("kind", String.class)),
                        Sector.valueOf(row.get("sector", String.class)),
                        row.get("zone", String.class),
                        ((Number) row.get("principals")).intValue(),
                        ((Number) row.get("alternates")).intValue()))
                .toList();
    }
}
