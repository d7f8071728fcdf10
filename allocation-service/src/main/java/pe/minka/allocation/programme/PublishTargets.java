package pe.minka.allocation.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** An entity publishes what it wanted, what it executed and why they differ. */
@ApplicationScoped
class PublishTargets {

    private final PublishedLines lines;
    private final Caller caller;
    private final Clock clock;

    PublishTargets(PublishedLines lines, Caller caller, Clock clock) {
        this.lines = lines;
        this.caller = caller;
        this.clock = clock;
    }

    /** @return the number of the report of that year, from 1 */
    @Transactional
    int publish(EntityCode entity, FiscalYear year, Map<String, String> reasons) {
        caller.mustActFor(entity);
        var report = lines.targets(entity, year).with(reasons);
        if (report.targets().isEmpty()) {
            throw Problem.conflict("programme-not-imported")
                    .with("fiscalYear", year)
                    .toException();
        }
        var unexplained = report.unexplained();
        if (!unexplained.isEmpty()) {
            var problem = Problem.unprocessable("target-reason-missing").with("count", unexplained.size());
            unexplained.stream()
                    .limit(100)
                    .forEach(each -> problem.error(
                            "/reasons",
                            "target-reason-missing",
                            "count",
                            unexplained.size(),
                            "code",
                            each.code(),
                            "target",
                            each.target(),
                            "executed",
                            each.executed()));
            throw problem.toException();
        }
        return lines.publish(entity, year, report, clock.instant());
    }

    @Transactional
    void setDeadline(FiscalYear year, LocalDate dueOn, String law) {
        lines.setDeadline(year, dueOn, law);
    }
}
