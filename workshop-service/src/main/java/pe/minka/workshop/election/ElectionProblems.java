package pe.minka.workshop.election;

import io.quarkiverse.resteasy.problem.HttpProblem;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.election.CommitteeRules.Breach;

import java.util.List;

/** What the one who proclaims is told when the committee is not what the regulation asks. */
final class ElectionProblems {

    private ElectionProblems() {}

    static HttpProblem of(List<Breach> breaches) {
        var quota = breaches.stream()
                .filter(Breach.QuotaNotMet.class::isInstance)
                .map(Breach.QuotaNotMet.class::cast)
                .findFirst();
        var problem = quota.map(unmet -> Problem.unprocessable("quota-not-met")
                        .with("group", unmet.group())
                        .with("given", unmet.given())
                        .with("needed", unmet.needed())
                        .with("law", unmet.law()))
                .orElseGet(() -> Problem.unprocessable("committee-not-proclaimable"));
        breaches.forEach(breach -> add(problem, breach));
        return problem.toException();
    }

    private static void add(Problem problem, Breach breach) {
        if (breach instanceof Breach.WrongNumber wrong) {
            problem.error(
                    "/elected", "wrong-number", "given", wrong.given(), "needed", wrong.needed(), "law", wrong.law());
        } else if (breach instanceof Breach.WrongPosts wrong) {
            problem.error("/elected", "wrong-posts", "needed", String.join(", ", wrong.needed()), "law", wrong.law());
        } else if (breach instanceof Breach.SeatedTwice twice) {
            problem.error("/elected", "seated-twice", "agent", twice.agent());
        } else if (breach instanceof Breach.QuotaNotMet unmet) {
            problem.error(
                    "/elected",
                    "quota-not-met",
                    "group",
                    unmet.group(),
                    "given",
                    unmet.given(),
                    "needed",
                    unmet.needed(),
                    "law",
                    unmet.law());
        } else if (breach instanceof Breach.TooFewZones few) {
            problem.error("/elected", "too-few-zones", "given", few.given(), "needed", few.needed(), "law", few.law());
        } else if (breach instanceof Breach.ListQuotaNotMet unmet) {
            problem.error(
                    "/elected",
                    "list-quota-not-met",
                    "list",
                    unmet.list(),
                    "group",
                    unmet.group(),
                    "given",
                    unmet.given(),
                    "needed",
                    unmet.needed(),
                    "law",
                    unmet.law());
        } else if (breach instanceof Breach.NotTheMostVoted passed) {
            problem.error("/elected", "not-the-most-voted", "agent", passed.agent(), "passedOver", passed.passedOver());
        }
    }
}
