package pe.minka.allocation.round;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.round.HearRoundOpened.RoundOpened;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps which rounds are voted. */
@ApplicationScoped
class HearRoundOpened implements EventHandler<RoundOpened> {

    private final Rounds rounds;

    HearRoundOpened(Rounds rounds) {
        this.rounds = rounds;
    }

    record RoundOpened(
            ProcessId process, EntityCode entity, UUID round, String title, String kind, String ballot, int roll) {}

    @Override
    public String type() {
        return "minka.workshop.round-opened.v1";
    }

    @Override
    public Class<RoundOpened> payload() {
        return RoundOpened.class;
    }

    @Override
    public void on(RoundOpened event, EventMetadata metadata) {
        var row = rounds.heard(event.round(), event.process(), event.entity());
        row.title = event.title();
        row.kind = event.kind();
        row.ballot = event.ballot();
        row.roll = event.roll();
    }
}
