package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The training sessions of the processes and who attended them. */
@ApplicationScoped
class Trainings {

    private final EntityManager database;

    Trainings(EntityManager database) {
        this.database = database;
    }

    void add(Training training, Collection<AgentId> attended) {
        database.persist(training);
        database.flush();
        database.createNativeQuery("insert into training_attendance (training, agent)"
                        + " select :training, agent from unnest(cast(:agents as uuid[])) as agent")
                .setParameter("training", training.id())
                .setParameter("agents", attended.stream().map(AgentId::value).toArray(UUID[]::new))
                .executeUpdate();
    }

    List<Training> of(ProcessId process) {
        return database.createQuery("from Training where process = :process order by heldOn, id", Training.class)
                .setParameter("process", process)
                .getResultList();
    }

    /** @param after the last session of the part before; absent at the start */
    List<Training> of(ProcessId process, @Nullable UUID after, int limit) {
        var query = database.createQuery(
                "from Training t where t.process = :process"
                        + (after == null
                                ? ""
                                : " and (t.heldOn > (select l.heldOn from Training l where l.id = :after)"
                                        + " or (t.heldOn = (select l.heldOn from Training l where l.id = :after) and t.id > :after))")
                        + " order by t.heldOn, t.id",
                Training.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setParameter("process", process).setMaxResults(limit).getResultList();
    }

    /** How many attended each of the sessions; one that nobody attended is absent. */
    Map<UUID, Integer> attendance(Collection<UUID> trainings) {
        var counts = new HashMap<UUID, Integer>();
        database.createNativeQuery(
                        "select training, count(*) as attended from training_attendance"
                                + " where training = any(cast(:trainings as uuid[])) group by training",
                        Tuple.class)
                .setParameter("trainings", trainings.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> counts.put(
                        ((Tuple) row).get("training", UUID.class),
                        ((Number) ((Tuple) row).get("attended")).intValue()));
        return counts;
    }

    /** How many accredited agents attended at least one session. */
    int trainedAgents(ProcessId process) {
        return ((Number) database.createNativeQuery(
                                "select count(distinct a.id) from training_attendance t"
                                        + " join agent a on a.id = t.agent where a.process = :process and a.state = 'ACCREDITED'")
                        .setParameter("process", process.value())
                        .getSingleResult())
                .intValue();
    }
}
