package pe.minka.execution.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;
import java.util.UUID;

/** Keeps the agreed projects of each signed act. */
@ApplicationScoped
class HearAgreementsActSigned implements EventHandler<HearAgreementsActSigned.AgreementsActSigned> {

    private final Acts acts;
    private final Agreements agreements;
    private final OpenApprovedWorks openApprovedWorks;

    HearAgreementsActSigned(Acts acts, Agreements agreements, OpenApprovedWorks openApprovedWorks) {
        this.acts = acts;
        this.agreements = agreements;
        this.openApprovedWorks = openApprovedWorks;
    }

    record AgreementsActSigned(ProcessId process, EntityCode entity, UUID act, List<Line> agreements) {}

    record Line(
            UUID agreement,
            String title,
            Soles amount,
            @Nullable String zone,
            @Nullable UUID objective,
            @Nullable String uniqueInvestmentCode) {}

    @Override
    public String type() {
        return "minka.allocation.agreements-act-signed.v1";
    }

    @Override
    public Class<AgreementsActSigned> payload() {
        return AgreementsActSigned.class;
    }

    @Override
    public void on(AgreementsActSigned event, EventMetadata metadata) {
        var act = acts.findOrAdd(event.act(), event.process(), event.entity());
        for (Line line : event.agreements()) {
            agreements
                    .getEntityManager()
                    .merge(new Agreement(
                            line.agreement(),
                            event.act(),
                            line.title(),
                            line.amount(),
                            line.zone(),
                            line.objective(),
                            line.uniqueInvestmentCode()));
        }
        openApprovedWorks.open(act);
    }
}
