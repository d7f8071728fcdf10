package pe.minka.transparency.process;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.finding.Finding;
import pe.minka.transparency.measure.Measured;
import pe.minka.transparency.process.PublicProcess.Cell;
import pe.minka.transparency.process.PublicProcess.Round;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process as a whole in exact figures; one that is not known is not there. */
public final class ProcessFigures {

    private static final String CIVIL_SOCIETY = "CIVIL_SOCIETY";

    private ProcessFigures() {}

    public static Measured of(PublicProcess process) {
        var figures = Measured.of("PROCESS", process.process(), process.name());
        people(process, figures);
        deliberation(process, figures);
        money(process, figures);
        figures.with("findings", process.findings().size()).with("findingsAnswered", (int) process.findings().stream()
                .filter(finding -> finding.state() != Finding.State.RAISED)
                .count());
        return figures.build();
    }

    private static void people(PublicProcess process, Measured.Builder figures) {
        var roll = process.roll();
        var sectors = process.groups().stream()
                .filter(group -> group.by().equals("SECTOR"))
                .flatMap(group -> group.cells().stream())
                .toList();
        boolean allTold = !sectors.isEmpty() && sectors.stream().noneMatch(Cell::suppressed);
        figures.with("population", process.entity().population())
                .with("agents", roll == null ? null : (Integer) roll.agents())
                .with("women", roll == null ? null : roll.women())
                .with("agentsOfKnownSector", allTold ? (Integer) sum(sectors, cell -> true) : null)
                .with(
                        "civilSociety",
                        allTold ? (Integer) sum(sectors, cell -> cell.value().equals(CIVIL_SOCIETY)) : null);
    }

    private static int sum(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream()
                .filter(which)
                .map(Cell::agents)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void deliberation(PublicProcess process, Measured.Builder figures) {
        var last = process.rounds().stream()
                .filter(round -> round.state() == Round.State.TALLIED)
                .reduce((earlier, later) -> later);
        figures.with("turnout", last.map(Round::turnout).orElse(null))
                .with("rollOfRound", last.map(Round::roll).orElse(null))
                .with("workshopsHeld", (int) process.workshops().stream()
                        .filter(workshop -> workshop.heldAt() != null)
                        .count())
                .with("workshopsSealed", (int) process.workshops().stream()
                        .filter(workshop -> workshop.heldAt() != null && workshop.minutesSha256() != null)
                        .count())
                .with("proposalsSubmitted", process.proposals().submitted())
                .with("proposalsAgreed", (int) process.agreements().stream()
                        .map(Agreement::proposal)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
    }

    private static void money(PublicProcess process, Measured.Builder figures) {
        var envelope = process.envelope();
        var agreements = process.agreements();
        figures.with("envelope", envelope == null ? null : soles(envelope.amount()))
                .with("investmentBudget", envelope == null ? null : soles(envelope.investmentBudget()))
                .with("spentNotInMinutes", soles(process.totals().spentNotInMinutes()))
                .with(
                        "spentInAll",
                        soles(process.totals().spent().plus(process.totals().spentNotInMinutes())));
        if (process.acts().isEmpty()) {
            return;
        }
        figures.with("agreements", agreements.size())
                .with("agreed", soles(process.totals().agreed()))
                .with("spent", soles(process.totals().spent()))
                .with("spentPercent", process.totals().spentPercent())
                .with("agreementsFinished", count(agreements, ProcessFigures::isFinished))
                .with("agreementsUnfinished", count(agreements, agreement -> !isFinished(agreement)))
                .with("agreementsWithObjective", count(agreements, agreement -> agreement.objective() != null))
                .with("agreedWithObjective", agreed(agreements, agreement -> agreement.objective() != null))
                .with("agreedWithZone", agreed(agreements, agreement -> agreement.zone() != null));
    }

    private static boolean isFinished(Agreement agreement) {
        return agreement.state() == Agreement.State.SETTLED || agreement.state() == Agreement.State.CLOSED;
    }

    private static int count(List<Agreement> agreements, Predicate<Agreement> which) {
        return (int) agreements.stream().filter(which).count();
    }

    private static @Nullable BigDecimal agreed(List<Agreement> agreements, Predicate<Agreement> which) {
        Stream<Soles> amounts = agreements.stream().filter(which).map(Agreement::agreedNow);
        return soles(amounts.reduce(Soles.ZERO, Soles::plus));
    }

    private static @Nullable BigDecimal soles(@Nullable Soles amount) {
        return amount == null ? null : BigDecimal.valueOf(amount.centimos(), 2);
    }
}
