package pe.minka.allocation.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The jobs and their items. */
@ApplicationScoped
class SelectionJobs implements PanacheRepositoryBase<JobRow, UUID> {

    private final EntityManager entities;

    SelectionJobs(EntityManager entities) {
        this.entities = entities;
    }

    /** How many items of a job are in each state; all states are named. */
    Map<ItemState, Integer> progress(UUID job) {
        var progress = new EnumMap<ItemState, Integer>(ItemState.class);
        for (var state : ItemState.values()) {
            progress.put(state, 0);
        }
        entities.createQuery(
                        "select i.state, count(i) from ItemRow i where i.key.job = ?1 group by i.state", Object[].class)
                .setParameter(1, job)
                .getResultList()
                .forEach(row -> progress.put((ItemState) row[0], ((Number) row[1]).intValue()));
        return progress;
    }

    List<ItemRow> items(UUID job, int after, int most, @Nullable ItemState state) {
        var states = state == null ? EnumSet.allOf(ItemState.class) : EnumSet.of(state);
        return entities.createQuery(
                        "from ItemRow i where i.key.job = ?1 and i.key.position > ?2 and i.state in ?3"
                                + " order by i.key.position",
                        ItemRow.class)
                .setParameter(1, job)
                .setParameter(2, after)
                .setParameter(3, states)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * An item that waits and that no other replica is working on; it is held until the transaction ends, and given
     * back as it was if the service dies.
     */
    Optional<ItemRow> takeOne() {
        return entities
                .createNativeQuery(
                        "select * from selection_job_item where state = 'WAITING' order by job, position"
                                + " for update skip locked limit 1",
                        ItemRow.class)
                .getResultList()
                .stream()
                .map(ItemRow.class::cast)
                .findFirst();
    }

    /** The same item again, where it still waits and is free. */
    Optional<ItemRow> retake(ItemRow.Key key) {
        return entities
                .createNativeQuery(
                        "select * from selection_job_item where job = ?1 and position = ?2 and state = 'WAITING'"
                                + " for update skip locked",
                        ItemRow.class)
                .setParameter(1, key.job())
                .setParameter(2, key.position())
                .getResultList()
                .stream()
                .map(ItemRow.class::cast)
                .findFirst();
    }

    void addItem(ItemRow item) {
        entities.persist(item);
    }
}
