package pe.minka.testkit.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** Puts a motion before the assembly. */
@ApplicationScoped
class TableMotion {

    private final Motions motions;
    private final Outbox outbox;

    TableMotion(Motions motions, Outbox outbox) {
        this.motions = motions;
        this.outbox = outbox;
    }

    @Transactional
    Motion table(EntityCode entity, String title, Soles cost) {
        if (motions.count("title", title) > 0) {
            throw Problem.conflict("motion-tabled-before").with("title", title).toException();
        }
        var motion = new Motion(UUID.randomUUID(), entity, title, cost);
        motions.persist(motion);
        outbox.append(new MotionTabled(motion.id, entity, title, cost));
        return motion;
    }

    /** Waits inside its transaction, to be met by a second request. */
    @Transactional
    Motion tableSlowly(EntityCode entity, String title, Soles cost) throws InterruptedException {
        var motion = table(entity, title, cost);
        Thread.sleep(1_500);
        return motion;
    }
}
