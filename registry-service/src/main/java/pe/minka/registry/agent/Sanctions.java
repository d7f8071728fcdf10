package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sanctions of the processes, and who is disqualified by them. */
@ApplicationScoped
class Sanctions {

    private final EntityManager database;

    Sanctions(EntityManager database) {
        this.database = database;
    }

    /** An organisation that sends no more agents to a process. */
    record Disqualified(UUID organisation, LocalDate on, String law) {}

    void add(Sanction sanction) {
        try {
            database.persist(sanction);
            database.flush();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused).filter("sanction_once"::equals).isPresent()) {
                throw Problem.conflict("fault-recorded").toException();
            }
            throw refused;
        }
    }

    /** Held, so that two registrars do not decide on the same sanction. */
    Sanction getForChange(ProcessId process, UUID id) {
        return Optional.ofNullable(database.find(Sanction.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(sanction -> sanction.process().equals(process))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<Sanction> list(ProcessId process, @Nullable UUID after, int limit) {
        return database.createQuery(
                        "from Sanction where process = :process and id > :after order by id", Sanction.class)
                .setParameter("process", process)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The sanction of which the term to replace the agent was over before that day. */
    Optional<Sanction> overdue(ProcessId process, AgentId agent, LocalDate day) {
        return database.createQuery(
                        "from Sanction where process = :process and agent = :agent and replaceUntil < :day order by replaceUntil, id",
                        Sanction.class)
                .setParameter("process", process)
                .setParameter("agent", agent.value())
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** By which article a person may not be an agent of the process any more, where there is one. */
    Optional<String> keepsOut(ProcessId process, UUID person) {
        List<?> laws = database.createNativeQuery(
                        "select s.law from sanction s join agent a on a.id = s.agent where s.process = :process and a.person = :person"
                                + " and s.disqualified_on is not null order by s.disqualified_on, s.id limit 1",
                        String.class)
                .setParameter("process", process.value())
                .setParameter("person", person)
                .getResultList();
        return laws.stream().map(String::valueOf).findFirst();
    }

    void disqualify(ProcessId process, UUID organisation, Sanction by, LocalDate on) {
        database.createNativeQuery(
                        "insert into disqualified_organisation (process, organisation, sanction, disqualified_on, law)"
                                + " values (:process, :organisation, :sanction, :on, :law) on conflict do nothing")
                .setParameter("process", process.value())
                .setParameter("organisation", organisation)
                .setParameter("sanction", by.id())
                .setParameter("on", on)
                .setParameter("law", by.law())
                .executeUpdate();
    }

    List<Disqualified> organisations(ProcessId process) {
        List<?> rows = database.createNativeQuery(
                        "select organisation, disqualified_on, law from disqualified_organisation"
                                + " where process = :process order by disqualified_on, organisation",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Disqualified(
                        row.get("organisation", UUID.class),
                        row.get("disqualified_on", LocalDate.class),
                        row.get("law", String.class)))
                .toList();
    }
}
