package pe.minka.allocation.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.round.HearRoundTallied.RoundTallied;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;
import java.util.UUID;

/** Keeps what the agents gave each proposal. */
@ApplicationScoped
class HearRoundTallied implements EventHandler<RoundTallied> {

    private final Rounds rounds;
    private final Documents documents;

    HearRoundTallied(Rounds rounds, Documents documents) {
        this.rounds = rounds;
        this.documents = documents;
    }

    record RoundTallied(
            ProcessId process,
            EntityCode entity,
            UUID round,
            String kind,
            int roll,
            int turnout,
            int blank,
            List<ProjectTally> tallies,
            @Nullable String ballotsSha256) {}

    @Override
    public String type() {
        return "minka.workshop.round-tallied.v1";
    }

    @Override
    public Class<RoundTallied> payload() {
        return RoundTallied.class;
    }

    @Override
    public void on(RoundTallied event, EventMetadata metadata) {
        var row = rounds.heard(event.round(), event.process(), event.entity());
        row.kind = event.kind();
        row.closed = true;
        row.roll = event.roll();
        row.turnout = event.turnout();
        row.blank = event.blank();
        row.tallies = documents.write(event.tallies());
        row.ballotsSha256 = event.ballotsSha256();
    }
}
