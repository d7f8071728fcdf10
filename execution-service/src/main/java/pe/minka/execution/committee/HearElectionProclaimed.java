package pe.minka.execution.committee;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps who was elected. */
@ApplicationScoped
class HearElectionProclaimed implements EventHandler<HearElectionProclaimed.ElectionProclaimed> {

    private final Elections elections;

    HearElectionProclaimed(Elections elections) {
        this.elections = elections;
    }

    record ElectionProclaimed(
            ProcessId process, UUID election, String kind, List<Winner> elected, Instant proclaimedAt) {}

    record Winner(UUID agent, String post) {}

    @Override
    public String type() {
        return "minka.workshop.election-proclaimed.v1";
    }

    @Override
    public Class<ElectionProclaimed> payload() {
        return ElectionProclaimed.class;
    }

    @Override
    public void on(ElectionProclaimed event, EventMetadata metadata) {
        for (Winner winner : event.elected()) {
            elections
                    .getEntityManager()
                    .merge(new Elected(
                            new Elected.Id(event.election(), winner.agent(), winner.post()),
                            event.process(),
                            event.kind(),
                            event.proclaimedAt()));
        }
    }
}
