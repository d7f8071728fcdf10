package pe.minka.allocation.joint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.joint.Cofinancing.Breach;
import pe.minka.allocation.joint.JointProjectRow.ShareColumns;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Several entities or zones agree to pay a project together, each by a minute of its own. */
@ApplicationScoped
class AgreeJointProject {

    private final JointProjects projects;
    private final Caller caller;
    private final Clock clock;

    AgreeJointProject(JointProjects projects, Caller caller, Clock clock) {
        this.projects = projects;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param leader the entity that carries it out
     * @param maintainer who keeps it up once it is built
     */
    record Request(EntityCode leader, String title, Cofinancing cofinancing, String maintainer, LocalDate agreedOn) {}

    @Transactional
    JointProjectRow agree(Request request) {
        caller.mustActFor(request.leader());
        request.cofinancing().breach().ifPresent(breach -> {
            throw problem(breach).toException();
        });
        var row = new JointProjectRow();
        row.id = UUID.randomUUID();
        row.entity = request.leader();
        row.title = request.title();
        row.cost = request.cofinancing().cost();
        row.maintainer = request.maintainer();
        row.agreedOn = request.agreedOn();
        row.recordedAt = clock.instant();
        var amounts = request.cofinancing().amounts();
        for (int position = 0; position < amounts.size(); position++) {
            var share = request.cofinancing().shares().get(position);
            var columns = new ShareColumns();
            columns.entity = share.entity();
            columns.zone = share.zone();
            columns.percent = share.percent().value();
            columns.amount = amounts.get(position);
            columns.consent = share.consent();
            columns.consentOn = share.consentOn();
            row.shares.add(columns);
        }
        projects.persist(row);
        return row;
    }

    private static Problem problem(Breach breach) {
        var problem = Problem.unprocessable("shares-unsound");
        if (breach instanceof Breach.NotAHundred not) {
            return problem.error(
                    "/shares", "shares-not-hundred", "sum", not.sum().toPlainString());
        }
        if (breach instanceof Breach.PartnerTwice twice) {
            return problem.error("/shares/" + twice.share(), "partner-twice");
        }
        if (breach instanceof Breach.NothingPaid nothing) {
            return problem.error("/shares/" + nothing.share() + "/percent", "share-of-nothing");
        }
        return breach instanceof Breach.NoCost
                ? problem.error("/cost", "no-cost")
                : problem.error("/shares", "too-few-partners");
    }
}
