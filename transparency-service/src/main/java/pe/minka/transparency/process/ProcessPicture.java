package pe.minka.transparency.process;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.agreement.Agreements;
import pe.minka.transparency.agreement.Spending;
import pe.minka.transparency.fact.AllocationFact.DistributionMade;
import pe.minka.transparency.fact.AllocationFact.EnvelopeDeclared;
import pe.minka.transparency.fact.AllocationFact.PortfolioMade;
import pe.minka.transparency.fact.AllocationFact.ProjectsSelected;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.RegistryFact.PhaseClosed;
import pe.minka.transparency.fact.RegistryFact.PhaseOpened;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.fact.RegistryFact.TrainingHeld;
import pe.minka.transparency.fact.WorkshopFact.PlanAdopted;
import pe.minka.transparency.finding.Finding;
import pe.minka.transparency.measure.Share;
import pe.minka.transparency.process.PublicProcess.Entity;
import pe.minka.transparency.process.PublicProcess.Phase;
import pe.minka.transparency.process.PublicProcess.Regulation;
import pe.minka.transparency.process.PublicProcess.Territory;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Folds what was told of a process into what anyone may know of it. The same facts in any order give the same picture. */
final class ProcessPicture {

    private final FactSet facts;

    private ProcessPicture(FactSet facts) {
        this.facts = facts;
    }

    /**
     * What stands beside the facts of the process itself.
     *
     * @param history rolls of the same entity in other processes and in this
     */
    record Surroundings(
            @Nullable Entity entity,
            @Nullable Territory territory,
            List<PublicProcess.Group> groups,
            List<PublicProcess.YearOfRoll> history,
            List<Finding> findings) {}

    /** Empty until the process was called: before that there is nothing to show it under. */
    static Optional<PublicProcess> of(FactSet facts, Surroundings around) {
        return facts.last(ProcessCalled.class).map(called -> new ProcessPicture(facts).picture(called, around));
    }

    private PublicProcess picture(ProcessCalled called, Surroundings around) {
        var agreements = Agreements.of(facts);
        var spending = Spending.of(facts);
        var deliberation = new Deliberation(facts);
        return new PublicProcess(
                called.process(),
                called.name(),
                around.entity() == null ? new Entity(called.entity(), null, null, null) : around.entity(),
                around.territory() == null ? new Territory(called.ubigeo(), null, null, null) : around.territory(),
                called.fiscalYear(),
                called.level(),
                called.calledOn(),
                regulation(called),
                phases(called),
                facts.last(RollPublished.class).map(ProcessPicture::roll).orElse(null),
                around.groups(),
                around.history(),
                trainings(),
                facts.last(PlanAdopted.class).map(ProcessPicture::plan).orElse(null),
                deliberation.workshops(),
                deliberation.proposals(),
                deliberation.rounds(),
                facts.last(EnvelopeDeclared.class).map(ProcessPicture::envelope).orElse(null),
                facts.last(DistributionMade.class)
                        .map(ProcessPicture::distribution)
                        .orElse(null),
                facts.last(ProjectsSelected.class)
                        .map(ProcessPicture::selection)
                        .orElse(null),
                facts.last(PortfolioMade.class).map(ProcessPicture::portfolio).orElse(List.of()),
                Acts.of(facts),
                agreements,
                totals(agreements, spending),
                spending.notNamed().stream()
                        .map(work -> new PublicProcess.UnnamedWork(
                                work.work(),
                                work.spent(),
                                work.expenditures().stream()
                                        .map(ExpenditureRecorded::expenditure)
                                        .sorted()
                                        .toList()))
                        .toList(),
                Committees.of(facts),
                around.findings(),
                links(called));
    }

    private static Map<String, String> links(ProcessCalled called) {
        var links = new LinkedHashMap<String, String>();
        links.put("page", "/procesos/" + called.process());
        links.put("self", "/v1/processes/" + called.process());
        links.put("agreements", "/v1/processes/" + called.process() + "/agreements");
        links.put("indicators", "/v1/processes/" + called.process() + "/indicators");
        links.put("findings", "/v1/findings?process=" + called.process());
        links.put("changes", "/v1/changes?process=" + called.process());
        links.put("log", "/v1/log/entries?process=" + called.process());
        return links;
    }

    private static Regulation regulation(ProcessCalled called) {
        var document = called.regulation().document();
        var number = document.path("ordinance").path("number");
        return new Regulation(
                called.regulation().identifier(),
                called.regulation().version(),
                texts(document.path("title")),
                number.isTextual() ? number.textValue() : null);
    }

    /** A text by language; a plain string is Spanish. */
    private static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        if (node.isTextual()) {
            texts.put("es", node.textValue());
        }
        node.fields()
                .forEachRemaining(
                        text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    private List<Phase> phases(ProcessCalled called) {
        Map<String, PhaseOpened> opened = facts.all(PhaseOpened.class).stream()
                .collect(Collectors.toMap(PhaseOpened::phase, phase -> phase, (first, again) -> again));
        Map<String, PhaseClosed> closed = facts.all(PhaseClosed.class).stream()
                .collect(Collectors.toMap(PhaseClosed::phase, phase -> phase, (first, again) -> again));
        Map<String, Map<String, String>> titles = new LinkedHashMap<>();
        called.regulation()
                .document()
                .path("phases")
                .forEach(phase -> titles.put(phase.path("phase").asText(), texts(phase.path("title"))));
        return called.phases().stream()
                .map(phase -> phase(phase, titles.getOrDefault(phase, Map.of()), opened.get(phase), closed.get(phase)))
                .toList();
    }

    private static Phase phase(
            String phase, Map<String, String> title, @Nullable PhaseOpened opened, @Nullable PhaseClosed closed) {
        var state = closed != null ? Phase.State.CLOSED : opened != null ? Phase.State.OPEN : Phase.State.AHEAD;
        return new Phase(phase, title, state, opened == null ? null : opened.at(), closed == null ? null : closed.at());
    }

    private static PublicProcess.Roll roll(RollPublished roll) {
        return new PublicProcess.Roll(
                roll.agents(),
                roll.women(),
                roll.men(),
                Share.percentOrNone(roll.women(), roll.agents()),
                roll.organisations(),
                roll.at());
    }

    private List<PublicProcess.Training> trainings() {
        return facts.all(TrainingHeld.class).stream()
                .map(training -> new PublicProcess.Training(
                        training.training(),
                        training.heldOn(),
                        training.topics(),
                        training.attended().size()))
                .sorted(java.util.Comparator.comparing(PublicProcess.Training::heldOn)
                        .thenComparing(PublicProcess.Training::training))
                .toList();
    }

    private static PublicProcess.Plan plan(PlanAdopted plan) {
        return new PublicProcess.Plan(
                plan.plan(),
                plan.title(),
                plan.version(),
                plan.objectives().stream()
                        .map(objective -> new PublicProcess.Objective(
                                objective.objective(), objective.code(), objective.name(), objective.origin()))
                        .toList());
    }

    private static PublicProcess.Envelope envelope(EnvelopeDeclared envelope) {
        var budget = envelope.investmentBudget();
        return new PublicProcess.Envelope(
                envelope.envelope(),
                envelope.fiscalYear(),
                envelope.amount(),
                budget,
                budget == null
                        ? null
                        : Share.percent(
                                BigDecimal.valueOf(envelope.amount().centimos()),
                                BigDecimal.valueOf(budget.centimos())),
                envelope.lines().stream()
                        .map(line -> new PublicProcess.Line(line.line(), line.source(), line.amount()))
                        .toList());
    }

    private static PublicProcess.Distribution distribution(DistributionMade made) {
        return new PublicProcess.Distribution(
                made.distribution(),
                made.amount(),
                made.parts().stream()
                        .map(part -> new PublicProcess.Part(
                                part.zone(),
                                part.amount(),
                                part.terms().stream()
                                        .map(term -> new PublicProcess.Term(
                                                term.criterion(), term.weightPercent(), term.value(), term.amount()))
                                        .toList()))
                        .toList());
    }

    private static PublicProcess.Selection selection(ProjectsSelected made) {
        return new PublicProcess.Selection(
                made.selection(), made.rule(), choices(made.selected()), choices(made.notSelected()));
    }

    private static List<PublicProcess.Choice> choices(List<ProjectsSelected.Choice> choices) {
        return choices.stream()
                .map(choice -> new PublicProcess.Choice(
                        choice.proposal(),
                        choice.title(),
                        choice.amount(),
                        choice.votes(),
                        choice.rank(),
                        choice.reason().code(),
                        choice.reason().text()))
                .toList();
    }

    private static List<PublicProcess.PlannedYear> portfolio(PortfolioMade made) {
        Map<Integer, List<PortfolioMade.Entry>> byYear = made.entries().stream()
                .collect(Collectors.groupingBy(PortfolioMade.Entry::year, TreeMap::new, Collectors.toList()));
        return byYear.entrySet().stream()
                .map(year -> new PublicProcess.PlannedYear(
                        year.getKey(),
                        year.getValue().stream()
                                .map(PortfolioMade.Entry::amount)
                                .reduce(Soles.ZERO, Soles::plus),
                        year.getValue().stream()
                                .map(entry -> new PublicProcess.Planned(
                                        entry.proposal(), entry.title(), entry.phase(), entry.amount()))
                                .toList()))
                .toList();
    }

    private static PublicProcess.Totals totals(List<Agreement> agreements, Spending spending) {
        var agreed = agreements.stream().map(Agreement::agreedNow).reduce(Soles.ZERO, Soles::plus);
        var spent = agreements.stream().map(Agreement::spent).reduce(Soles.ZERO, Soles::plus);
        Map<Agreement.State, Integer> byState = new EnumMap<>(Agreement.State.class);
        agreements.forEach(agreement -> byState.merge(agreement.state(), 1, Integer::sum));
        return new PublicProcess.Totals(
                agreements.size(),
                agreed,
                spent,
                Share.percent(BigDecimal.valueOf(spent.centimos()), BigDecimal.valueOf(agreed.centimos())),
                agreements.stream().map(Agreement::contributed).reduce(Soles.ZERO, Soles::plus),
                spending.notNamed().stream().map(Spending.Unnamed::spent).reduce(Soles.ZERO, Soles::plus),
                byState);
    }
}
