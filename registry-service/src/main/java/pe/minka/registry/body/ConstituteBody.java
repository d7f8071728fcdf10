package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.Organisations;

import java.time.Clock;

/** Records a body that an act has named. */
@ApplicationScoped
class ConstituteBody {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Outbox outbox;
    private final Clock clock;

    ConstituteBody(Bodies bodies, Organisations organisations, Outbox outbox, Clock clock) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Body constitute(BodyStatement statement) {
        var organ = statement.organ();
        if (organ != null) {
            refuseUnlawfulTerm(statement, organ);
        }
        var body = statement.body(clock.instant());
        bodies.add(body);
        outbox.append(BodyConstituted.of(body));
        return body;
    }

    /** One board of a community is in office at a time; the one before ends before the next begins. */
    private void refuseUnlawfulTerm(BodyStatement statement, OrganTerm organ) {
        if (organ.from() != null && organ.until() != null && !organ.until().isAfter(organ.from())) {
            throw Problem.unprocessable("term-ends-before-it-begins").toException();
        }
        var organisation = organ.organisation();
        if (organisation == null) {
            return;
        }
        if (organisations.known(statement.entity(), organisation).isEmpty()) {
            throw Problem.unprocessable("organisation-unknown")
                    .with("organisation", organisation)
                    .toException();
        }
        organisations.lock(organisation);
        bodies.organs(organisation, statement.kind()).stream()
                .filter(other -> organ.overlaps(other.termFrom(), other.termUntil()))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.conflict("organ-in-office")
                            .with("kind", statement.kind())
                            .with("until", other.termUntil() == null ? "—" : other.termUntil())
                            .toException();
                });
    }
}
