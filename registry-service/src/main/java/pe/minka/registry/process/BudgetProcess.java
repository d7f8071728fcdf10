package pe.minka.registry.process;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.registry.process.PhaseOutcome.Refusal;
import pe.minka.registry.process.PhaseOutcome.Refused;
import pe.minka.registry.regulation.PhaseRule;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.RegulationText;
import pe.minka.registry.regulation.Requirement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One cycle of participatory budgeting of an entity. Bound to one text of a regulation from its call: what is changed
 * in the regulation later does not reach it.
 */
@Entity
@Table(name = "process")
class BudgetProcess {

    @Id
    private UUID id;

    private EntityCode entity;

    private String territory;

    private FiscalYear fiscalYear;

    private String level;

    private String name;

    private String regulation;

    private int regulationVersion;

    private String rules;

    private LocalDate calledOn;

    private String ledBy;

    private String channels;

    private Instant changedAt;

    @Version
    private long version;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "process", nullable = false, updatable = false)
    @OrderBy("ordinal")
    private List<Phase> phases = new ArrayList<>();

    @Transient
    private @Nullable Regulation read;

    protected BudgetProcess() {}

    /** A process whose call was admitted; its first phase is open, since calling is its first act. */
    static BudgetProcess called(Call call, Regulation regulation, String rules, Instant now) {
        var process = new BudgetProcess();
        process.id = call.process().value();
        process.entity = call.entity();
        process.territory = call.territory().value();
        process.fiscalYear = call.fiscalYear();
        process.level = call.level();
        process.name = call.name();
        process.regulation = regulation.identifier();
        process.regulationVersion = regulation.version();
        process.rules = rules;
        process.calledOn = call.calledOn();
        process.ledBy = call.ledBy();
        process.channels = String.join("\n", call.channels());
        process.changedAt = now;
        process.read = regulation;
        var order = regulation.phases();
        for (int i = 0; i < order.size(); i++) {
            var rule = order.get(i);
            process.phases.add(Phase.planned(i, rule, call.responsibleUnits().get(rule.phase())));
        }
        process.phases.get(0).open(List.of(), now);
        return process;
    }

    /** Opens a phase once the one before it is closed and what its opening requires exists. */
    PhaseOutcome open(String code, Evidence evidence, Instant now) {
        var found = phase(code);
        if (found.isEmpty()) {
            return refuse(Refusal.NO_SUCH_PHASE);
        }
        var phase = found.get();
        return switch (phase.state()) {
            case OPEN -> refuse(Refusal.ALREADY_OPEN);
            case CLOSED -> refuse(Refusal.ALREADY_CLOSED);
            case PLANNED ->
                phases.stream()
                                .filter(earlier -> earlier.ordinal() < phase.ordinal())
                                .allMatch(earlier -> earlier.state() == PhaseState.CLOSED)
                        ? changed(phase.open(Gate.missing(openingOf(phase), evidence), now), now)
                        : refuse(Refusal.OUT_OF_ORDER);
        };
    }

    /**
     * Closes an open phase once all that the regulation asks of it exists; a refusal names everything that is missing.
     *
     * @law Ley 28056 art. 6: the phases and their order
     */
    PhaseOutcome close(String code, Evidence evidence, Instant now) {
        var found = phase(code);
        if (found.isEmpty()) {
            return refuse(Refusal.NO_SUCH_PHASE);
        }
        var phase = found.get();
        return switch (phase.state()) {
            case PLANNED -> refuse(Refusal.NOT_OPEN);
            case CLOSED -> refuse(Refusal.ALREADY_CLOSED);
            case OPEN -> changed(phase.close(Gate.missing(rule(phase).closing(), evidence), now), now);
        };
    }

    private List<Requirement> openingOf(Phase phase) {
        return rule(phase).opening();
    }

    private PhaseOutcome changed(PhaseOutcome outcome, Instant now) {
        if (outcome instanceof PhaseOutcome.Changed) {
            changedAt = now;
        }
        return outcome;
    }

    private PhaseRule rule(Phase phase) {
        return regulation().phases().get(phase.ordinal());
    }

    private static PhaseOutcome refuse(Refusal because) {
        return new Refused(because, List.of());
    }

    /** As the other features see it. */
    CalledProcess seen() {
        return new CalledProcess(id(), entity, territory(), calledOn, regulation());
    }

    Optional<Phase> phase(String code) {
        return phases.stream().filter(phase -> phase.code().equals(code)).findFirst();
    }

    /** What the phase still needs to close, known at any time and not only when it is refused. */
    List<Missing> missingToClose(Phase phase, Evidence evidence) {
        return Gate.missing(rule(phase).closing(), evidence);
    }

    /** The rules it is bound to. */
    Regulation regulation() {
        if (read == null) {
            read = RegulationText.read(rules);
        }
        return read;
    }

    ProcessId id() {
        return new ProcessId(id);
    }

    EntityCode entity() {
        return entity;
    }

    /** What it decides for; for a provincial municipality the province, or its capital district run apart. */
    Ubigeo territory() {
        return new Ubigeo(territory);
    }

    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    String level() {
        return level;
    }

    String name() {
        return name;
    }

    String regulationIdentifier() {
        return regulation;
    }

    int regulationVersion() {
        return regulationVersion;
    }

    LocalDate calledOn() {
        return calledOn;
    }

    String ledBy() {
        return ledBy;
    }

    List<String> channels() {
        return channels.isEmpty() ? List.of() : List.of(channels.split("\n", -1));
    }

    long version() {
        return version;
    }

    List<Phase> phases() {
        return List.copyOf(phases);
    }
}
