package pe.minka.execution.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.agent.Accreditation;
import pe.minka.execution.agent.Agents;
import pe.minka.execution.committee.SeatedCommittees;
import pe.minka.execution.committee.SeatedCommittees.Seated;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Gives a committee its credentials: on sealed minutes of its election, to members who are accredited. */
@ApplicationScoped
class IssueCredentials {

    private final SeatedCommittees committees;
    private final Credentials credentials;
    private final Agents agents;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    IssueCredentials(
            SeatedCommittees committees,
            Credentials credentials,
            Agents agents,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.committees = committees;
        this.credentials = credentials;
        this.agents = agents;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The calendar of Peru. */
    LocalDate today() {
        return Peru.today(clock);
    }

    @Transactional
    Credentials.Issued issue(UUID id, String minutesSha256) {
        var committee = committees
                .find(id)
                .filter(each -> caller.actsFor(each.entity()))
                .orElseThrow(() -> Problem.notFound().toException());
        if (!committee.active()) {
            throw Problem.conflict("committee-not-active").toException();
        }
        var problem = Problem.unprocessable("committee-not-accreditable");
        if (!credentials.areSealed(committee.process(), minutesSha256)) {
            problem.error("/minutesSha256", "election-minutes-not-sealed");
        }
        for (int seat = 0; seat < committee.seats().size(); seat++) {
            boolean stands = agents.find(
                            committee.process(), committee.seats().get(seat).agent())
                    .map(Accreditation::stands)
                    .orElse(false);
            if (!stands) {
                problem.error(
                        "",
                        "member-not-accredited",
                        "post",
                        committee.seats().get(seat).post());
            }
        }
        var today = today();
        if (today.isBefore(committee.electedOn())) {
            problem.error("", "election-still-to-come", "electedOn", committee.electedOn());
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        var issued = new Credentials.Issued(id, minutesSha256, committee.electedOn(), today, cards(committee));
        if (!credentials.add(committee.process(), issued, clock.instant())) {
            throw Problem.conflict("credentials-already-issued").toException();
        }
        outbox.append(new CommitteeAccredited(
                committee.process(),
                committee.entity(),
                id,
                committee.kind(),
                minutesSha256,
                issued.electedOn(),
                issued.issuedOn(),
                Math.toIntExact(issued.daysLate())));
        return issued;
    }

    private static List<Credentials.Credential> cards(Seated committee) {
        var prefix = committee.committee().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var cards = new ArrayList<Credentials.Credential>();
        committee
                .seats()
                .forEach(seat -> cards.add(new Credentials.Credential(prefix + "-" + (cards.size() + 1), seat.post())));
        return cards;
    }
}
