package pe.minka.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.organisation.OrganisationCorrections.Cause;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.Violation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Corrects what an organisation states of itself, keeps what was before, and tells the others. */
@ApplicationScoped
class CorrectOrganisation {

    private final Organisations organisations;
    private final OrganisationCorrections corrections;
    private final Processes processes;
    private final EntityManager database;
    private final Outbox outbox;

    CorrectOrganisation(
            Organisations organisations,
            OrganisationCorrections corrections,
            Processes processes,
            EntityManager database,
            Outbox outbox) {
        this.organisations = organisations;
        this.corrections = corrections;
        this.processes = processes;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * The kind decided whether its agents were admitted, and in which group of the roll they count: while somebody is
     * accredited for it the kind stays.
     *
     * @param ifMatch the version that was read
     */
    @Transactional
    Organisation correct(
            EntityCode entity, UUID id, @Nullable String ifMatch, Organisations.Statement statement, Cause cause) {
        boolean anotherKind = organisations
                .kindOf(entity, id)
                .filter(statement.kind()::equals)
                .isEmpty();
        if (anotherKind) {
            // no agent is admitted meanwhile on the word of the old kind
            processes.holdAll(entity);
        }
        var organisation = organisations
                .findForChange(entity, id)
                .orElseThrow(() -> Problem.notFound().toException());
        Versions.require(ifMatch, organisation.version());
        if (anotherKind && organisations.hasAgents(id)) {
            throw Problem.conflict("organisation-has-agents")
                    .with("kind", organisation.kind())
                    .toException();
        }
        var before = fields(organisation);
        organisation.corrected(statement);
        var after = fields(organisation);
        var corrected = new TreeMap<>(before);
        corrected.putAll(after);
        corrected.keySet().removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        var names = List.copyOf(corrected.keySet());
        if (names.isEmpty()) {
            database.refresh(organisation);
            return organisation;
        }
        flush();
        before.keySet().retainAll(names);
        after.keySet().retainAll(names);
        corrections.note(organisation, cause, names, before, after);
        outbox.append(OrganisationRegistered.of(organisation));
        return organisation;
    }

    private void flush() {
        try {
            database.flush();
        } catch (PersistenceException refused) {
            throw Violation.constraintOf(refused).isPresent()
                    ? Problem.conflict("organisation-exists").toException()
                    : refused;
        }
    }

    private static Map<String, String> fields(Organisation organisation) {
        var fields = new TreeMap<String, String>();
        put(fields, "name", organisation.name());
        put(fields, "kind", organisation.kind());
        put(fields, "zone", organisation.zone());
        put(fields, "foundedOn", organisation.foundedOn());
        put(fields, "registryEntry", organisation.registryEntry());
        put(fields, "ruc", organisation.ruc());
        put(fields, "members", organisation.members());
        put(fields, "scope", organisation.scope());
        put(fields, "governmentLevel", organisation.governmentLevel());
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}
