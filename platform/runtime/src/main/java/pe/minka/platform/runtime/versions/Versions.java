package pe.minka.platform.runtime.versions;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

/** Concurrent changes: who changes a thing says which version was read. */
public final class Versions {

    private Versions() {}

    public static EntityTag etag(long version) {
        return new EntityTag("v" + version);
    }

    /** Refuses a change that names no version (428) or one that is no longer the current (412). */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "precondition-required").toException();
        }
        var expected = "\"v" + current + "\"";
        for (String given : ifMatch.split(",", -1)) {
            if (given.strip().equals(expected)) {
                return;
            }
        }
        throw Problem.of(412, "stale-version").toException();
    }
}
