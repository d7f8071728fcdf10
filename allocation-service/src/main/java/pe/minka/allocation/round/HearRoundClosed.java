package pe.minka.allocation.round;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.round.HearRoundClosed.RoundClosed;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps which rounds are over. */
@ApplicationScoped
class HearRoundClosed implements EventHandler<RoundClosed> {

    private final Rounds rounds;

    HearRoundClosed(Rounds rounds) {
        this.rounds = rounds;
    }

    record RoundClosed(ProcessId process, EntityCode entity, UUID round) {}

    @Override
    public String type() {
        return "minka.workshop.round-closed.v1";
    }

    @Override
    public Class<RoundClosed> payload() {
        return RoundClosed.class;
    }

    @Override
    public void on(RoundClosed event, EventMetadata metadata) {
        rounds.heard(event.round(), event.process(), event.entity()).closed = true;
    }
}
