package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.organisation.OrganisationCorrections.Cause;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who represents organisations before the law: a person's name under a key of its own. A correction destroys that key, so
 * that of the name before nothing is left.
 *
 * @law Ley 29733 art. 20: correction and suppression
 */
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

    private static final List<String> FIELD = List.of("legalRepresentative");

    private final Organisations organisations;
    private final OrganisationCorrections corrections;
    private final EntityManager database;
    private final PersonalCipher cipher;
    private final Caller caller;
    private final Clock clock;

    LegalRepresentatives(
            Organisations organisations,
            OrganisationCorrections corrections,
            EntityManager database,
            PersonalCipher cipher,
            Caller caller,
            Clock clock) {
        this.organisations = organisations;
        this.corrections = corrections;
        this.database = database;
        this.cipher = cipher;
        this.caller = caller;
        this.clock = clock;
    }

    /** Logged with the transaction of the reading: what cannot be logged is not shown. */
    @Transactional
    Optional<Named> read(ProcessId process, EntityCode entity, UUID id) {
        var organisation = organisations
                .find(entity, id)
                .orElseThrow(() -> Problem.notFound().toException());
        var key = organisation.wrappedKey();
        var sealed = organisation.legalRepresentative();
        if (key == null || sealed == null) {
            return Optional.empty();
        }
        database.createNativeQuery("insert into access_log (at, account, process, agents, purpose)"
                        + " values (:at, :account, :process, 0, :purpose)")
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("account", caller.subject())
                .setParameter("process", process.value())
                .setParameter("purpose", "legal-representative/" + id)
                .executeUpdate();
        return Optional.of(new Named(organisations.legalRepresentative(id, key, sealed), organisation.version()));
    }

    /** @param version of the organisation */
    record Named(String names, long version) {

        @Override
        public String toString() {
            return "legal representative";
        }
    }

    @Transactional
    Organisation name(EntityCode entity, UUID id, @Nullable String ifMatch, String names, Cause cause) {
        var organisation = held(entity, id, ifMatch);
        var owner = Organisations.owner(id);
        var key = cipher.newKey(owner);
        organisation.represented(key.wrapped(), key.encrypt(owner + Organisations.REPRESENTATIVE, names));
        return noted(organisation, cause);
    }

    @Transactional
    Organisation erase(EntityCode entity, UUID id, @Nullable String ifMatch, Cause cause) {
        var organisation = held(entity, id, ifMatch);
        if (organisation.legalRepresentative() == null) {
            throw Problem.notFound().toException();
        }
        organisation.unrepresented();
        return noted(organisation, cause);
    }

    private Organisation held(EntityCode entity, UUID id, @Nullable String ifMatch) {
        var organisation = organisations
                .findForChange(entity, id)
                .orElseThrow(() -> Problem.notFound().toException());
        Versions.require(ifMatch, organisation.version());
        return organisation;
    }

    private Organisation noted(Organisation organisation, Cause cause) {
        database.flush();
        corrections.note(organisation, cause, FIELD, Map.of(), Map.of());
        return organisation;
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
    public boolean forget(UUID organisation) {
        return database.createNativeQuery(
                                "update organisation set wrapped_key = null, legal_representative = null, version = version + 1"
                                        + " where id = :id and legal_representative is not null")
                        .setParameter("id", organisation)
                        .executeUpdate()
                == 1;
    }
}
