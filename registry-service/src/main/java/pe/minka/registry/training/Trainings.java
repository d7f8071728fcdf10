package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Collection;
import java.util.List;
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

    int attendance(UUID training) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from training_attendance where training = :training")
                        .setParameter("training", training)
                        .getSingleResult())
                .intValue();
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
