package pe.minka.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The money: envelope, selection, portfolio of three years, act of agreements, approvals in their order. */
public final class Formalisation {

    private final CoyllurquiCycle cycle;
    private final PublicApi api;
    private String envelope = "";
    private String selection = "";
    private String portfolio = "";
    private String act = "";

    Formalisation(CoyllurquiCycle cycle) {
        this.cycle = cycle;
        this.api = cycle.api();
    }

    /** @param round the tallied vote on the projects */
    public void play(String round) {
        declareEnvelope();
        selectProjects(round);
        makePortfolio();
        signAgreements();
        cycle.closePhase("CONCERTATION");
        formalise();
    }

    /** The two last phases: the approvals in their order. */
    public void formalise() {
        cycle.openPhase("COORDINATION");
        approve("ASSEMBLY", "Acta de asamblea del 30 de abril de 2016", "2016-04-30");
        approve("COORDINATION_COUNCIL", "Acta del CCL 002-2016", "2016-05-10");
        cycle.closePhase("COORDINATION");
        cycle.openPhase("FORMALISATION");
        approve("COUNCIL", "Acuerdo de Concejo 045-2016", "2016-05-20");
        cycle.closePhase("FORMALISATION");
    }

    public String envelope() {
        return envelope;
    }

    public String selection() {
        return selection;
    }

    public String portfolio() {
        return portfolio;
    }

    public String act() {
        return act;
    }

    /** The whole investment budget, as the ordinance says; the canon carries what the municipal fund does not. */
    public void declareEnvelope() {
        envelope = api.await(
                        () -> api.post("allocation", cycle.path("/envelopes"))
                                .as(CoyllurquiCycle.BUDGET_OFFICER)
                                .json(Map.of(
                                        "fiscalYear",
                                        cycle.fiscalYear(),
                                        "investmentBudget",
                                        Money.soles(ProjectsOfCoyllurqui.BUDGET),
                                        "sharePercent",
                                        "100",
                                        "lines",
                                        List.of(
                                                Map.of("line", "18", "amount", Money.soles("20000000.00")),
                                                Map.of("line", "07", "amount", Money.soles("5955058.00"))))),
                        answer -> answer.status() == 201)
                .madeId();
    }

    /** By the rule of the ordinance, as soon as the tally has arrived. */
    public JsonNode selectProjects(String round) {
        var made = api.await(
                () -> api.post("allocation", cycle.path("/selections"))
                        .as(CoyllurquiCycle.BUDGET_OFFICER)
                        .json(Map.of("round", round, "envelope", envelope)),
                answer -> answer.status() == 201);
        selection = made.madeId();
        return made.json();
    }

    /** The technical file in the first year, the works in the second and third. */
    public void makePortfolio() {
        var entries = new ArrayList<Map<String, Object>>();
        for (var project : api.get("allocation", "/v1/selections/" + selection)
                .expectSuccess()
                .json()
                .get("selected")) {
            var cost = new BigDecimal(project.get("amount").get("amount").asText());
            var file = cost.movePointLeft(1).setScale(2);
            var firstWorks = cost.subtract(file).divide(BigDecimal.valueOf(2)).setScale(2);
            var proposal = project.get("proposal").asText();
            entries.add(entry(proposal, cycle.fiscalYear(), "TECHNICAL_FILE", file));
            entries.add(entry(proposal, cycle.fiscalYear() + 1, "WORKS", firstWorks));
            entries.add(entry(
                    proposal,
                    cycle.fiscalYear() + 2,
                    "WORKS",
                    cost.subtract(file).subtract(firstWorks)));
        }
        portfolio = api.post("allocation", cycle.path("/portfolios"))
                .as(CoyllurquiCycle.BUDGET_OFFICER)
                .json(Map.of("selection", selection, "entries", entries, "madeOn", "2016-04-25"))
                .expectSuccess()
                .madeId();
    }

    private static Map<String, Object> entry(String proposal, int year, String phase, BigDecimal amount) {
        return Map.of(
                "proposal", proposal, "year", year, "phase", phase, "amount", Money.soles(amount.toPlainString()));
    }

    public void signAgreements() {
        act = api.post("allocation", cycle.path("/agreements-acts"))
                .as(CoyllurquiCycle.SECRETARY)
                .json(Map.of(
                        "portfolio",
                        portfolio,
                        "signedOn",
                        "2016-04-30",
                        "signatories",
                        List.of(
                                Map.of("kind", "PEASANT_COMMUNITY", "count", 142),
                                Map.of("kind", "NEIGHBOURHOOD_BOARD", "count", 58),
                                Map.of("kind", "WOMENS_ORGANISATION", "count", 84)),
                        "attestedBy",
                        "Juez de Paz de Coyllurqui",
                        "commitments",
                        List.of("Las comunidades aportan mano de obra no calificada.")))
                .expectSuccess()
                .madeId();
    }

    public void approve(String approval, String number, String decidedOn) {
        tryToApprove(approval, number, decidedOn).orFail();
    }

    public PublicApi.Answer tryToApprove(String approval, String number, String decidedOn) {
        return api.post("allocation", "/v1/agreements-acts/" + act + "/approvals")
                .as(CoyllurquiCycle.SECRETARY)
                .json(Map.of("approval", approval, "number", number, "decidedOn", decidedOn))
                .send();
    }
}
