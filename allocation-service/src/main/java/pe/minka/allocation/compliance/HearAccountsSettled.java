package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.compliance.HearAccountsSettled.AccountsSettled;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps that the accounts of an agreement are settled. */
@ApplicationScoped
class HearAccountsSettled implements EventHandler<AccountsSettled> {

    private final Fulfilments fulfilments;

    HearAccountsSettled(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record AccountsSettled(UUID project) {}

    @Override
    public String type() {
        return "minka.execution.accounts-settled.v1";
    }

    @Override
    public Class<AccountsSettled> payload() {
        return AccountsSettled.class;
    }

    @Override
    public void on(AccountsSettled event, EventMetadata metadata) {
        fulfilments.move(event.project(), Stage.SETTLED);
    }
}
