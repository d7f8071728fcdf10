package pe.minka.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import pe.minka.local.demo.CoyllurquiCycle.Agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The works: committees, the agreement of three parties, money spent, labour given, a suspension, the final accounts. */
public final class Works {

    private static final String TAXPAYER = "20131312955";

    private final CoyllurquiCycle cycle;
    private final PublicApi api;

    Works(CoyllurquiCycle cycle) {
        this.cycle = cycle;
        this.api = cycle.api();
    }

    /** @param vigilance those who were elected to watch over the agreements */
    public void play(List<Agent> vigilance) {
        awaitProjects();
        constituteVigilanceCommittee(vigilance);
        var bridge = projectNamed("Puente peatonal de Huancacalla");
        electManagementCommittee(bridge);
        signCooperation(bridge);
        start(bridge, "2016-06-10", "2016-12-15");
        spend(bridge, "12000.00", "Contrato de expediente 004-2016", "2016-07-15");
        giveLabour(bridge);
        report(bridge, "35.00", "2016-09-30");
        endSuspension(suspend(bridge));
        spend(bridge, "107500.00", "Valorización 01 y 02", "2017-05-30");
        report(bridge, "100.00", "2017-06-15");
        settle(bridge);
        close(bridge);
        spendOutsideTheAgreements();
    }

    /** The works open by themselves once the act is approved. */
    public JsonNode awaitProjects() {
        return api.await(
                        () -> api.get("execution", cycle.path("/projects?limit=100")),
                        answer -> answer.status() == 200
                                && answer.json().get("items").size() >= 36)
                .json()
                .get("items");
    }

    public String projectNamed(String title) {
        return StreamSupport.stream(awaitProjects().spliterator(), false)
                .filter(project -> project.get("title").asText().equals(title))
                .map(project -> project.get("project").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no work is called " + title));
    }

    public void constituteVigilanceCommittee(List<Agent> elected) {
        var posts = List.of("PRESIDENT", "SECRETARY", "MEMBER", "MEMBER", "MEMBER");
        tryToConstitute(Map.of(
                        "kind", "VIGILANCE",
                        "act", "Acta de elección del 23 de abril de 2016",
                        "constitutedOn", "2016-04-23",
                        "members", members(elected, posts)))
                .orFail();
    }

    public void electManagementCommittee(String project) {
        var posts = List.of("PRESIDENT", "VICE_PRESIDENT", "BOARD_MEMBER", "FISCAL");
        var neighbours = cycle.agents().stream()
                .filter(agent -> agent.zone().equals("Z3"))
                .limit(4)
                .toList();
        tryToConstitute(Map.of(
                        "kind", "MANAGEMENT",
                        "project", project,
                        "act", "Acta de asamblea comunal del 28 de mayo de 2016",
                        "constitutedOn", "2016-05-28",
                        "members", members(neighbours, posts)))
                .orFail();
    }

    public PublicApi.Answer tryToConstitute(Map<String, Object> committee) {
        return api.post("execution", cycle.path("/committees"))
                .as(CoyllurquiCycle.SECRETARY)
                .json(committee)
                .send();
    }

    public static List<Map<String, String>> members(List<Agent> agents, List<String> posts) {
        var members = new ArrayList<Map<String, String>>();
        for (int i = 0; i < posts.size(); i++) {
            members.add(Map.of("agent", agents.get(i).id(), "post", posts.get(i)));
        }
        return members;
    }

    public void signCooperation(String project) {
        act(
                project,
                "/cooperation-agreements",
                Map.of(
                        "signedOn", "2016-06-05",
                        "document", "Convenio 012-2016",
                        "parties", List.of("COMMUNITY", "COMMITTEE", "MUNICIPALITY")));
    }

    public void start(String project, String startedOn, String plannedEnd) {
        var read = api.get("execution", "/v1/projects/" + project).expectSuccess();
        api.post("execution", "/v1/projects/" + project + "/start")
                .as(CoyllurquiCycle.EXECUTION_OFFICER)
                .ifMatch(read.etag())
                .json(Map.of("startedOn", startedOn, "plannedEnd", plannedEnd))
                .expectSuccess();
    }

    /** Each soles through the four phases of the budget, as treasury law has it. */
    public void spend(String project, String amount, String document, String day) {
        for (var phase : List.of("CERTIFIED", "COMMITTED", "ACCRUED", "DISBURSED")) {
            act(
                    project,
                    "/expenditures",
                    Map.of(
                            "phase", phase,
                            "amount", Money.soles(amount),
                            "line", "18",
                            "document", document,
                            "spentOn", day,
                            "payee", TAXPAYER));
        }
    }

    public void giveLabour(String project) {
        act(
                project,
                "/contributions",
                Map.of(
                        "kind", "LABOUR",
                        "quantity", "120",
                        "unit", "person-day",
                        "value", Money.soles("6000.00"),
                        "deliveredOn", "2016-07-20",
                        "document", "Cuaderno de faenas"));
    }

    public void report(String project, String physicalPercent, String periodEnd) {
        act(project, "/progress-reports", Map.of("physicalPercent", physicalPercent, "periodEnd", periodEnd));
    }

    public String suspend(String project) {
        return act(
                        project,
                        "/suspensions",
                        Map.of("cause", "RAINS", "since", "2016-11-20", "expectedUntil", "2017-03-01"))
                .json()
                .get("suspension")
                .asText();
    }

    public void endSuspension(String suspension) {
        api.post("execution", "/v1/suspensions/" + suspension + "/end")
                .as(CoyllurquiCycle.EXECUTION_OFFICER)
                .json(Map.of("resumedOn", "2017-02-20"))
                .expectSuccess();
    }

    public void settle(String project) {
        act(project, "/settlement", Map.of("settledOn", "2017-06-30", "document", "Liquidación 003-2017"));
    }

    public void close(String project) {
        act(project, "/closure", Map.of("closedOn", "2017-07-10"));
    }

    /** Money for a work that no agreement names: it is recorded, and everyone sees it. */
    public String spendOutsideTheAgreements() {
        return api.post("execution", cycle.path("/expenditures"))
                .as(CoyllurquiCycle.EXECUTION_OFFICER)
                .json(Map.of(
                        "workName", "Arco de bienvenida de Coyllurqui",
                        "phase", "ACCRUED",
                        "amount", Money.soles("85000.00"),
                        "line", "07",
                        "document", "Factura F001-00417",
                        "spentOn", "2016-08-02",
                        "payee", TAXPAYER))
                .expectSuccess()
                .madeId();
    }

    private PublicApi.Answer act(String project, String act, Map<String, Object> body) {
        return api.post("execution", "/v1/projects/" + project + act)
                .as(CoyllurquiCycle.EXECUTION_OFFICER)
                .json(body)
                .expectSuccess();
    }
}
