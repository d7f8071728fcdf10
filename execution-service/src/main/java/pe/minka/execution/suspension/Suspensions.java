package pe.minka.execution.suspension;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All suspensions of all works. */
@ApplicationScoped
public class Suspensions implements PanacheRepositoryBase<Suspension, UUID> {

    /** On how many days a work stood still up to a day. */
    public long daysStillOf(UUID project, LocalDate until) {
        return of(project).stream().mapToLong(each -> each.daysStill(until)).sum();
    }

    List<Suspension> of(UUID project) {
        return list("project = ?1 order by since", project);
    }
}
