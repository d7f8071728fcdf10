package pe.minka.allocation.modification;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.modification.HearBodyConstituted.BodyConstituted;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps which committee watches over agreements. */
@ApplicationScoped
class HearBodyConstituted implements EventHandler<BodyConstituted> {

    private final VigilanceCommittees committees;

    HearBodyConstituted(VigilanceCommittees committees) {
        this.committees = committees;
    }

    record BodyConstituted(@Nullable ProcessId process, EntityCode entity, UUID body, String kind, String act) {}

    @Override
    public String type() {
        return "minka.registry.body-constituted.v1";
    }

    @Override
    public Class<BodyConstituted> payload() {
        return BodyConstituted.class;
    }

    @Override
    public void on(BodyConstituted event, EventMetadata metadata) {
        if (!event.kind().startsWith("VIGILANCE")) {
            return;
        }
        var known = committees.findByIdOptional(event.body());
        var row = known.orElseGet(VigilanceCommitteeRow::new);
        row.body = event.body();
        row.entity = event.entity();
        row.process = event.process();
        row.act = event.act();
        if (known.isEmpty()) {
            committees.persist(row);
        }
    }
}
