package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.Organisations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Agents whose coarse facts follow a correction of the person behind them. Only while the roll is not published: what was
 * published stays as it was, and so do the agents that it counted.
 */
@ApplicationScoped
class CorrectedAgents {

    private static final String OPEN = "select id from agent a where person = :person and state = 'ACCREDITED'"
            + " and not exists (select 1 from roll r where r.process = a.process) order by id";

    private final EntityManager database;
    private final People people;
    private final Organisations organisations;
    private final Outbox outbox;

    CorrectedAgents(EntityManager database, People people, Organisations organisations, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.organisations = organisations;
        this.outbox = outbox;
    }

    /** Tells each anew as it is accredited, so that whoever heard it before hears it right. */
    void correct(UUID person, @Nullable Sex sex, @Nullable LocalDate birthDate) {
        List<?> open = database.createNativeQuery(OPEN, UUID.class)
                .setParameter("person", person)
                .getResultList();
        for (Object id : open) {
            var agent = database.find(Agent.class, id);
            agent.corrected(
                    sex,
                    birthDate == null
                            ? null
                            : AgeBand.of(birthDate, Peru.dayOf(agent.accreditedAt()))
                                    .label());
            outbox.append(told(agent, person));
        }
    }

    private AgentAccredited told(Agent agent, UUID person) {
        var organisation = agent.organisation();
        return new AgentAccredited(
                agent.process(),
                agent.entity(),
                agent.id(),
                organisation,
                organisation == null
                        ? null
                        : organisations
                                .known(agent.entity(), organisation)
                                .map(KnownOrganisation::kind)
                                .orElse(null),
                agent.role(),
                agent.sex(),
                agent.ageBand(),
                agent.language(),
                agent.zone(),
                agent.voice(),
                agent.vote(),
                people.pseudonym(agent.process(), person),
                AccreditAgent.credentialSha256(agent.process().value(), new Credential(agent.credential())));
    }
}
