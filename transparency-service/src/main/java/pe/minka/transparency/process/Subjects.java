package pe.minka.transparency.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.agreement.Spending;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.measure.Measured;
import pe.minka.transparency.measure.Share;
import pe.minka.transparency.process.PublicProcess.Committee;
import pe.minka.transparency.process.PublicProcess.Workshop;
import pe.minka.transparency.process.PublicProcess.YearOfRoll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The things of a process with their figures, as the rules of findings ask for them. */
final class Subjects {

    private final PublicProcess process;
    private final JsonNode regulation;

    private Subjects(PublicProcess process, FactSet facts) {
        this.process = process;
        this.regulation = facts.last(ProcessCalled.class)
                .map(called -> called.regulation().document())
                .orElse(MissingNode.getInstance());
    }

    static List<Measured> of(PublicProcess process, FactSet facts) {
        var subjects = new Subjects(process, facts);
        var things = new ArrayList<Measured>();
        things.add(ProcessFigures.of(process));
        subjects.addRoll(things);
        subjects.addEnvelope(things);
        process.workshops().forEach(workshop -> things.add(workshop(workshop)));
        process.agreements().forEach(agreement -> things.add(agreement(agreement)));
        process.committees().forEach(committee -> things.add(subjects.committee(committee)));
        var spending = Spending.of(facts);
        spending.all().forEach(expenditure -> things.add(expenditure(spending, expenditure)));
        return things;
    }

    private void addRoll(List<Measured> things) {
        var roll = process.roll();
        if (roll == null) {
            return;
        }
        var before = yearBefore();
        things.add(Measured.of("ROLL", process.process(), process.name())
                .with("agents", roll.agents())
                .with("women", roll.women())
                .with("womenPercent", roll.womenPercent())
                .with("womenQuotaPercent", quota("ROLL", "minimumPercent"))
                .with("agentsBefore", before == null ? null : (Integer) before.agents())
                .with("womenPercentBefore", before == null ? null : before.womenPercent())
                .with(
                        "agentsGrowthPercent",
                        before == null
                                ? null
                                : Share.growth(BigDecimal.valueOf(before.agents()), BigDecimal.valueOf(roll.agents())))
                .build());
    }

    private @Nullable YearOfRoll yearBefore() {
        return process.history().stream()
                .filter(year -> year.fiscalYear() < process.fiscalYear())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void addEnvelope(List<Measured> things) {
        var envelope = process.envelope();
        if (envelope != null) {
            things.add(Measured.of("ENVELOPE", envelope.envelope(), process.name())
                    .with("amount", soles(envelope.amount()))
                    .with("investmentBudget", soles(envelope.investmentBudget()))
                    .with("sharePercent", envelope.sharePercent())
                    .build());
        }
    }

    private static Measured workshop(Workshop workshop) {
        var title = workshop.title() == null ? workshop.workshop().toString() : workshop.title();
        return Measured.of("WORKSHOP", workshop.workshop(), title)
                .with("attendance", workshop.attendance())
                .with("quorum", workshop.quorum())
                .build();
    }

    private static Measured agreement(Agreement agreement) {
        return Measured.of("AGREEMENT", agreement.agreement(), agreement.title())
                .with("agreed", soles(agreement.agreedNow()))
                .with("spent", soles(agreement.spent()))
                .with("spentPercent", agreement.spentPercent())
                .with("physicalPercent", agreement.physicalPercent())
                .build();
    }

    private Measured committee(Committee committee) {
        var sexesAreKnown = committee.seats().stream().allMatch(seat -> seat.sex() != null);
        return Measured.of("COMMITTEE", committee.committee(), committee.kind())
                .with("members", committee.members())
                .with("women", sexesAreKnown ? (Integer) committee.women() : null)
                .with("womenQuota", quota(quotaName(committee.kind()), "minimumCount"))
                .build();
    }

    /** An election and the committee it fills are one thing to the regulation. */
    private static String quotaName(String kind) {
        return kind.endsWith("_COMMITTEE") ? kind : kind + "_COMMITTEE";
    }

    private static Measured expenditure(Spending spending, ExpenditureRecorded expenditure) {
        return Measured.of("EXPENDITURE", expenditure.expenditure(), spending.workOf(expenditure))
                .with("amount", soles(expenditure.amount()))
                .with(
                        "agreementsNamingTheWork",
                        switch (spending.naming(expenditure)) {
                            case NAMED -> (Integer) 1;
                            case NOT_NAMED -> (Integer) 0;
                            case NOT_YET_KNOWN -> null;
                        })
                .build();
    }

    private @Nullable BigDecimal quota(String of, String measure) {
        for (JsonNode quota : regulation.path("quotas")) {
            if (quota.path("of").asText().equals(of)
                    && quota.path("group").asText().equals("WOMEN")
                    && quota.hasNonNull(measure)) {
                return new BigDecimal(quota.path(measure).asText());
            }
        }
        return null;
    }

    private static @Nullable BigDecimal soles(@Nullable Soles amount) {
        return amount == null ? null : BigDecimal.valueOf(amount.centimos(), 2);
    }
}
