package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.compliance.TermRow.CarriedColumns;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A new term of office begins: every agreement that is not done and not lawfully given up binds it. */
@ApplicationScoped
class BeginTerm {

    private final Terms terms;
    private final Agreements agreements;
    private final Fulfilments fulfilments;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    BeginTerm(Terms terms, Agreements agreements, Fulfilments fulfilments, Caller caller, Outbox outbox, Clock clock) {
        this.terms = terms;
        this.agreements = agreements;
        this.fulfilments = fulfilments;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    TermRow begin(EntityCode entity, LocalDate beginsOn, String document) {
        caller.mustActFor(entity);
        if (terms.count("entity = ?1 and beginsOn >= ?2", entity, beginsOn) > 0) {
            throw Problem.conflict("term-already-begun")
                    .with("beginsOn", beginsOn)
                    .toException();
        }
        var open = agreements.openOf(entity);
        var row = new TermRow();
        row.id = UUID.randomUUID();
        row.entity = entity;
        row.beginsOn = beginsOn;
        row.document = document;
        row.recordedAt = clock.instant();
        open.forEach(agreement -> row.carried.add(
                new CarriedColumns(agreement.id(), agreement.title(), agreement.amount(), accrued(agreement.id()))));
        terms.persist(row);
        outbox.append(new TermBegan(
                entity,
                row.id,
                beginsOn,
                open.stream()
                        .map(each -> new TermBegan.Carried(each.process(), each.id(), each.amount()))
                        .toList()));
        return row;
    }

    private Soles accrued(UUID agreement) {
        return fulfilments.findByIdOptional(agreement).map(row -> row.accrued).orElse(Soles.ZERO);
    }
}
