package pe.minka.workshop.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** All technical opinions. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    List<Evaluation> of(UUID proposal) {
        return list("proposal = ?1 order by number", proposal);
    }

    /** The latest opinion of each evaluator. */
    Collection<Opinion> latestOf(UUID proposal) {
        var latest = new LinkedHashMap<String, Opinion>();
        of(proposal).forEach(each -> latest.put(each.evaluator, each.opinion));
        return latest.values();
    }
}
