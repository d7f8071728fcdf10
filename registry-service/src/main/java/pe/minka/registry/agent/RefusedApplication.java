package pe.minka.registry.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.util.List;

/**
 * The application that a request brought and that was refused. It is counted when the request's transaction, which the
 * refusal undoes, is over: within it the count would need a second connection, and while many apply at once there is
 * none.
 */
@RequestScoped
class RefusedApplication {

    private static final Logger LOG = Logger.getLogger(RefusedApplication.class);

    private final Refusals refusals;
    private @Nullable ProcessId process;
    private List<Unmet> unmet = List.of();

    RefusedApplication(Refusals refusals) {
        this.refusals = refusals;
    }

    void note(ProcessId of, List<Unmet> because) {
        process = of;
        unmet = List.copyOf(because);
    }

    /** A count that fails changes nothing about the answer. */
    void count() {
        var of = process;
        if (of == null) {
            return;
        }
        try {
            refusals.note(of, unmet);
        } catch (RuntimeException failed) {
            LOG.warn("A refused application was not counted", failed);
        }
    }

    /** Before the answer leaves. */
    @Provider
    static class AfterTheTransaction implements ContainerResponseFilter {

        private final RefusedApplication refused;

        AfterTheTransaction(RefusedApplication refused) {
            this.refused = refused;
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() == 409 || response.getStatus() == 422) {
                refused.count();
            }
        }
    }
}
