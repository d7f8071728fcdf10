package pe.minka.registry.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.RegulationText;
import pe.minka.registry.regulation.Regulations;
import pe.minka.registry.regulation.Requirement;
import pe.minka.registry.storage.Violation;
import pe.minka.registry.territory.Entities;
import pe.minka.registry.territory.EntityKind;
import pe.minka.registry.territory.KnownEntity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Calls a process: binds it to the text of the regulation in force that day and opens its first phase. */
@ApplicationScoped
class CallProcess {

    private static final Requirement TECHNICAL_TEAM = new Requirement("TECHNICAL_TEAM_CONSTITUTED", null, 1, "");

    private final Entities entities;
    private final Regulations regulations;
    private final Processes processes;
    private final Records records;
    private final Outbox outbox;
    private final Clock clock;

    CallProcess(
            Entities entities,
            Regulations regulations,
            Processes processes,
            Records records,
            Outbox outbox,
            Clock clock) {
        this.entities = entities;
        this.regulations = regulations;
        this.processes = processes;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What the entity states when it calls.
     *
     * @param territory where it is not the entity's own level: the capital district run apart from its province
     * @param calledOn today in Peru where it is not stated
     */
    record Announcement(
            EntityCode entity,
            @Nullable Ubigeo territory,
            FiscalYear fiscalYear,
            String regulation,
            @Nullable String name,
            @Nullable LocalDate calledOn,
            String ledBy,
            List<String> channels,
            Map<String, String> responsibleUnits) {}

    @Transactional
    BudgetProcess call(Announcement announced) {
        var entity = entities.known(announced.entity());
        var call = complete(announced, entity);
        if (!entity.validOn(call.calledOn())) {
            throw Problem.unprocessable("entity-not-valid")
                    .with("entity", announced.entity())
                    .with("calledOn", call.calledOn())
                    .toException();
        }
        var regulation = regulations
                .binding(announced.regulation(), call.entity(), call.level(), call.calledOn())
                .orElseThrow(() -> Problem.unprocessable("regulation-not-in-force")
                        .with("regulation", announced.regulation())
                        .with("calledOn", call.calledOn())
                        .toException());
        refuseIncomplete(call, regulation);
        var process = BudgetProcess.called(
                call, regulation, RegulationText.canonical(regulation.document()), clock.instant());
        try {
            processes.add(process);
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("process_one_per_fiscal_year"::equals)
                    .isPresent()) {
                throw Problem.conflict("process-exists")
                        .with("fiscalYear", call.fiscalYear().value())
                        .toException();
            }
            throw refused;
        }
        var first = process.phases().get(0);
        outbox.appendAll(List.of(
                ProcessCalled.of(process),
                new PhaseOpened(process.id(), process.entity(), first.code(), clock.instant())));
        return process;
    }

    private Call complete(Announcement announced, KnownEntity entity) {
        var territory = Objects.requireNonNullElse(
                announced.territory(), entity.governs().get(0));
        if (!entity.governs().contains(territory)) {
            throw Problem.unprocessable("territory-not-governed")
                    .with("territory", territory)
                    .toException();
        }
        return new Call(
                ProcessId.random(),
                announced.entity(),
                territory,
                level(entity, territory),
                announced.fiscalYear(),
                Objects.requireNonNullElseGet(
                        announced.name(),
                        () -> "Presupuesto participativo " + announced.fiscalYear() + " · " + entity.name()),
                Objects.requireNonNullElseGet(announced.calledOn(), () -> Peru.today(clock)),
                announced.ledBy(),
                announced.channels(),
                announced.responsibleUnits());
    }

    private static String level(KnownEntity entity, Ubigeo territory) {
        if (entity.kind() == EntityKind.REGIONAL_GOVERNMENT) {
            return entity.kind().level();
        }
        return switch (territory.value().length()) {
            case 4 -> "PROVINCE";
            default -> "DISTRICT";
        };
    }

    private void refuseIncomplete(Call call, Regulation regulation) {
        int teams = records.count(TECHNICAL_TEAM, call.entity(), null, call.calledOn(), regulation);
        var missing = CallRules.missing(call, regulation, teams);
        if (!missing.isEmpty()) {
            throw MissingItems.list(Problem.conflict("call-incomplete"), missing, "")
                    .toException();
        }
    }
}
