package pe.minka.registry.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.organisation.GovernmentLevel;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.OrganisationScope;
import pe.minka.registry.organisation.Organisations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the registration record page by page, so that a roll of any size is written at constant memory. */
@ApplicationScoped
class RegistrationRecords {

    private static final int PAGE = 200;
    private static final String QUERY = """
            select a.id, a.person, a.sex, o.id as organisation, o.name, o.kind, o.government_level, o.scope, o.members,
                   cast(o.founded_on as text) as founded, o.registry_entry, o.wrapped_key, o.legal_representative,
                   s.person as alternate, s.sex as alternate_sex, before.years as earlier, s_before.years as alternate_earlier,
                   coalesce(p.name, '') as province, coalesce(d.name, '') as district
            from agent a
            left join organisation o on o.id = a.organisation
            left join lateral (select person, sex from agent s where s.process = a.process and s.organisation = a.organisation
                and s.role = 'ALTERNATE' and s.state = 'ACCREDITED' order by s.accredited_at, s.id limit 1) s on true
            join process c on c.id = a.process
            left join lateral (select count(distinct y.fiscal_year) as years from agent e join process y on y.id = e.process
                where e.person = a.person and e.role <> 'ALTERNATE' and e.state = 'ACCREDITED'
                and y.fiscal_year < c.fiscal_year) before on true
            left join lateral (select count(distinct y.fiscal_year) as years from agent e join process y on y.id = e.process
                where e.person = s.person and e.role <> 'ALTERNATE' and e.state = 'ACCREDITED'
                and y.fiscal_year < c.fiscal_year) s_before on true
            left join territory p on p.ubigeo = left(c.territory, 4) and length(c.territory) >= 4
            left join territory d on d.ubigeo = c.territory and length(c.territory) = 6
            where a.process = :process and a.state = 'ACCREDITED' and a.role <> 'ALTERNATE' and a.id > :after
            order by a.id
            """;

    private final EntityManager database;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    RegistrationRecords(EntityManager database, People people, Organisations organisations, Clock clock) {
        this.database = database;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    int count(ProcessId process) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from agent where process = :process and state = 'ACCREDITED'")
                        .setParameter("process", process.value())
                        .getSingleResult())
                .intValue();
    }

    /** Each record in turn; people who were erased are left out. */
    void each(ProcessId process, Consumer<RegistrationRecord> reader) {
        var after = new UUID(0, 0);
        while (true) {
            var from = after;
            var page = QuarkusTransaction.requiringNew().call(() -> page(process, from));
            page.records().forEach(reader);
            if (page.last() == null) {
                return;
            }
            after = page.last();
        }
    }

    private record Page(
            List<RegistrationRecord> records, @Nullable UUID last) {}

    private Page page(ProcessId process, UUID after) {
        List<?> rows = database.createNativeQuery(QUERY, Tuple.class)
                .setParameter("process", process.value())
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList();
        var records = new ArrayList<RegistrationRecord>();
        UUID last = null;
        for (Object each : rows) {
            var row = (Tuple) each;
            last = row.get("id", UUID.class);
            people.read(row.get("person", UUID.class)).ifPresent(person -> records.add(record(row, person)));
        }
        return new Page(records, rows.size() < PAGE ? null : last);
    }

    private RegistrationRecord record(Tuple row, PersonalRecord principal) {
        return new RegistrationRecord(
                person(row, principal, "sex", "earlier"),
                organisation(row),
                Optional.ofNullable(row.get("alternate", UUID.class))
                        .flatMap(people::read)
                        .map(known -> person(row, known, "alternate_sex", "alternate_earlier"))
                        .orElse(null),
                row.get("province", String.class),
                row.get("district", String.class),
                Peru.today(clock));
    }

    private static RegistrationRecord.Person person(Tuple row, PersonalRecord known, String sex, String earlier) {
        return new RegistrationRecord.Person(
                known, Sex.valueOf(row.get(sex, String.class)), ((Number) row.get(earlier)).intValue());
    }

    private RegistrationRecord.@Nullable Organisation organisation(Tuple row) {
        var name = row.get("name", String.class);
        if (name == null) {
            return null;
        }
        var founded = row.get("founded", String.class);
        var scope = row.get("scope", String.class);
        var level = row.get("government_level", String.class);
        var sealed = row.get("legal_representative", byte[].class);
        return new RegistrationRecord.Organisation(
                name,
                OrganisationKind.valueOf(row.get("kind", String.class)),
                level == null ? null : GovernmentLevel.valueOf(level),
                scope == null ? null : OrganisationScope.valueOf(scope),
                row.get("members", Integer.class),
                founded == null ? null : LocalDate.parse(founded),
                row.get("registry_entry", String.class),
                sealed == null
                        ? null
                        : organisations.legalRepresentative(
                                row.get("organisation", UUID.class), row.get("wrapped_key", byte[].class), sealed));
    }
}
