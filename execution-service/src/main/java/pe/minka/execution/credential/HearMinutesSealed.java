package pe.minka.execution.credential;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps which minutes were sealed: an election is proved by one of them. */
@ApplicationScoped
class HearMinutesSealed implements EventHandler<HearMinutesSealed.MinutesSealed> {

    private final Credentials credentials;

    HearMinutesSealed(Credentials credentials) {
        this.credentials = credentials;
    }

    record MinutesSealed(ProcessId process, UUID workshop, String sha256) {}

    @Override
    public String type() {
        return "minka.workshop.minutes-sealed.v1";
    }

    @Override
    public Class<MinutesSealed> payload() {
        return MinutesSealed.class;
    }

    @Override
    public void on(MinutesSealed event, EventMetadata metadata) {
        credentials.sealed(event.process(), event.sha256(), event.workshop());
    }
}
