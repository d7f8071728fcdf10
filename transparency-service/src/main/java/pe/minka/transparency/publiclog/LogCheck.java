package pe.minka.transparency.publiclog;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.util.Arrays;

/** Not ready where what is stored no longer hashes to what was signed: then nothing may be appended on top. */
@Readiness
@jakarta.enterprise.context.ApplicationScoped
class LogCheck implements HealthCheck {

    private final LogStore store;

    LogCheck(LogStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("public log as it was signed");
        try {
            var signed = store.latest();
            boolean same = signed.isEmpty()
                    || Arrays.equals(
                            signed.get().root(), Merkle.root(signed.get().size(), store::hash));
            return answer.status(same)
                    .withData("size", signed.map(Checkpoint::size).orElse(0L))
                    .build();
        } catch (IllegalStateException unreadable) {
            return answer.down()
                    .withData("why", String.valueOf(unreadable.getMessage()))
                    .build();
        }
    }
}
