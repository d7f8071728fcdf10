package pe.minka.workshop.ballot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.work.BackgroundWork;

import java.time.Duration;

/**
 * Sees to it that no replica keeps the key of a round that another one closed: what nobody asks for any more would stay
 * in memory, and with it what opens the ballots of an old copy of the database.
 */
@Singleton
class ForgetRoundKeys {

    private static final Logger LOG = Logger.getLogger(ForgetRoundKeys.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final BackgroundWork work;

    ForgetRoundKeys(VotingRounds voting) {
        this.work = new BackgroundWork(
                "forget-round-keys",
                SWEEP,
                () -> {
                    voting.forgetOld();
                    return false;
                },
                failed -> LOG.error("Keys of rounds could not be forgotten", failed));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        work.stop();
    }
}
