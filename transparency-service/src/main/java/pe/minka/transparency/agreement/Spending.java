package pe.minka.transparency.agreement;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.FactSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Where the money went: to a work that an agreement names, or to one that none does. While it is not yet known which,
 * because the other service's word is still on its way, it is neither.
 */
public final class Spending {

    /** The budget phases in which money is spent, each a part of the one before (DLeg 1440 art. 40). */
    private static final List<String> SPENT = List.of("ACCRUED", "DISBURSED", "PAID");

    private final List<ExpenditureRecorded> expenditures;
    private final Map<UUID, ProjectOpened> projects = new HashMap<>();
    private final Set<UUID> agreements = new HashSet<>();

    private Spending(FactSet facts) {
        expenditures = facts.all(ExpenditureRecorded.class);
        facts.all(ProjectOpened.class).forEach(project -> projects.put(project.project(), project));
        facts.all(AgreementsActSigned.class)
                .forEach(act -> act.agreements().forEach(agreed -> agreements.add(agreed.agreement())));
    }

    public static Spending of(FactSet facts) {
        return new Spending(facts);
    }

    /** Whether an agreement names the work of an expenditure. */
    public enum Naming {
        NAMED,
        NOT_NAMED,
        NOT_YET_KNOWN
    }

    /** A work that was paid and that no agreement names. */
    public record Unnamed(String work, Soles spent, List<ExpenditureRecorded> expenditures) {}

    /** All that was spent, agreed or not. */
    public Soles total() {
        return sum(expenditures);
    }

    public Soles on(UUID agreement) {
        return sum(expenditures.stream()
                .filter(expenditure -> agreement.equals(agreementOf(expenditure)))
                .toList());
    }

    public Naming naming(ExpenditureRecorded expenditure) {
        var project = expenditure.project();
        if (expenditure.agreement() == null && project != null && !projects.containsKey(project)) {
            return Naming.NOT_YET_KNOWN;
        }
        var agreement = agreementOf(expenditure);
        if (agreement == null) {
            return Naming.NOT_NAMED;
        }
        return agreements.contains(agreement) ? Naming.NAMED : Naming.NOT_YET_KNOWN;
    }

    public List<ExpenditureRecorded> all() {
        return expenditures;
    }

    /** Works that no agreement names, the costliest first. */
    public List<Unnamed> notNamed() {
        Map<String, List<ExpenditureRecorded>> byWork = new HashMap<>();
        expenditures.stream()
                .filter(expenditure -> naming(expenditure) == Naming.NOT_NAMED)
                .forEach(expenditure -> byWork.computeIfAbsent(workOf(expenditure), work -> new ArrayList<>())
                        .add(expenditure));
        return byWork.entrySet().stream()
                .map(work -> new Unnamed(work.getKey(), sum(work.getValue()), work.getValue()))
                .sorted(Comparator.comparing(Unnamed::spent).reversed().thenComparing(Unnamed::work))
                .toList();
    }

    public String workOf(ExpenditureRecorded expenditure) {
        if (expenditure.workName() != null) {
            return expenditure.workName();
        }
        var project = expenditure.project() == null ? null : projects.get(expenditure.project());
        return project == null ? expenditure.expenditure().toString() : project.title();
    }

    private @Nullable UUID agreementOf(ExpenditureRecorded expenditure) {
        if (expenditure.agreement() != null || expenditure.project() == null) {
            return expenditure.agreement();
        }
        var project = projects.get(expenditure.project());
        return project == null ? null : project.agreement();
    }

    /**
     * What was accrued. Where a source holds only later phases those count: each phase is a part of the one before, so
     * the largest of them is the spending and their sum would count it twice.
     */
    private static Soles sum(List<ExpenditureRecorded> expenditures) {
        Map<String, Soles> byPhase = new HashMap<>();
        for (ExpenditureRecorded expenditure : expenditures) {
            byPhase.merge(
                    Objects.requireNonNullElse(expenditure.phase(), "ACCRUED"), expenditure.amount(), Soles::plus);
        }
        return SPENT.stream()
                .map(phase -> byPhase.getOrDefault(phase, Soles.ZERO))
                .max(Comparator.naturalOrder())
                .orElse(Soles.ZERO);
    }
}
