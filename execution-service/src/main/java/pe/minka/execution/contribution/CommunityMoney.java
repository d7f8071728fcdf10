package pe.minka.execution.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.contribution.CommunityEntry.Booking;
import pe.minka.execution.contribution.CommunityEntry.Direction;
import pe.minka.execution.project.Project;
import pe.minka.platform.core.Soles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The money of the communities, one ledger a work, apart from public money. Whoever writes holds the lock on the work.
 */
@ApplicationScoped
public class CommunityMoney implements PanacheRepositoryBase<CommunityEntry, UUID> {

    private final Clock clock;

    CommunityMoney(Clock clock) {
        this.clock = clock;
    }

    CommunityEntry receive(Project project, Soles amount, Booking booking) {
        project.receiveFromCommunity(amount);
        return book(project, Direction.RECEIVED, amount, booking);
    }

    CommunityEntry spend(Project project, Soles amount, Booking booking) {
        project.payFromCommunity(amount);
        return book(project, Direction.SPENT, amount, booking);
    }

    /** Gives back what is left, so that the accounts can be settled. */
    public void giveBack(Project project, Soles amount, String document, LocalDate on) {
        project.payFromCommunity(amount);
        book(project, Direction.RETURNED, amount, new Booking("Saldo devuelto a la comunidad", document, on, null));
    }

    /** What was given back so far. */
    public Soles returnedOf(UUID project) {
        return list("project = ?1 and direction = ?2", project, Direction.RETURNED).stream()
                .map(each -> each.amount)
                .reduce(Soles.ZERO, Soles::plus);
    }

    List<CommunityEntry> of(UUID project, int after, int limit) {
        return find("project = ?1 and ordinal > ?2 order by ordinal", project, after)
                .page(0, limit)
                .list();
    }

    private CommunityEntry book(Project project, Direction direction, Soles amount, Booking booking) {
        int place = (int) count("project", project.id()) + 1;
        var entry = new CommunityEntry(
                project.id(), place, direction, amount, project.communityBalance(), booking, clock.instant());
        persist(entry);
        return entry;
    }
}
