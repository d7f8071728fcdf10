package pe.minka.allocation.modification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The secretary records a lawful change to an agreement; the envelope gives or takes the difference. */
@ApplicationScoped
class ModifyAgreement {

    private final Agreements agreements;
    private final Modifications modifications;
    private final VigilanceNotices notices;
    private final Envelopes envelopes;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    ModifyAgreement(
            Agreements agreements,
            Modifications modifications,
            VigilanceNotices notices,
            Envelopes envelopes,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.agreements = agreements;
        this.modifications = modifications;
        this.notices = notices;
        this.envelopes = envelopes;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Change(Soles amountAfter, String reason, String law, String act, LocalDate decidedOn) {}

    @Transactional
    ModificationRow modify(UUID agreementId, @Nullable String ifMatch, Change change) {
        var agreement = agreements.requireAlone(agreementId);
        caller.mustActFor(agreement.entity());
        Versions.require(ifMatch, agreement.version());
        if (agreement.state() != AgreementState.OPEN) {
            throw Problem.conflict("agreement-not-open")
                    .with("state", agreement.state())
                    .toException();
        }
        var before = agreement.amount();
        if (before.equals(change.amountAfter())) {
            throw Problem.unprocessable("nothing-modified").toException();
        }
        settle(agreement, before, change.amountAfter());
        var row = row(agreement, before, change);
        modifications.persistAndFlush(row);
        notices.tell(row, agreement, modifications.drift(agreement));
        outbox.append(new ModificationRecorded(
                agreement.process(),
                agreement.entity(),
                agreementId,
                row.id,
                before,
                change.amountAfter(),
                change.reason(),
                change.law(),
                change.act()));
        return row;
    }

    private void settle(Agreement agreement, Soles before, Soles after) {
        if (after.exceeds(before)) {
            var more = after.minus(before);
            if (!envelopes.reserve(agreement.envelope(), more)) {
                throw Problem.conflict("envelope-overdrawn")
                        .with("asked", more)
                        .with(
                                "available",
                                envelopes.require(agreement.envelope()).available())
                        .toException();
            }
        } else {
            envelopes.release(agreement.envelope(), before.minus(after));
        }
    }

    private ModificationRow row(Agreement agreement, Soles before, Change change) {
        var row = new ModificationRow();
        row.id = UUID.randomUUID();
        row.agreement = agreement.id();
        row.sequence = agreements.modify(agreement.id(), change.amountAfter());
        row.reason = change.reason();
        row.law = change.law();
        row.act = change.act();
        row.decidedOn = change.decidedOn();
        row.amountBefore = before;
        row.amountAfter = change.amountAfter();
        row.recordedAt = clock.instant();
        return row;
    }
}
