package pe.minka.local.demo;

import pe.minka.local.demo.CoyllurquiCycle.Agent;
import pe.minka.local.demo.ProjectsOfCoyllurqui.Planned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Second phase: the plan, three workshops, the proposals and their evaluation, the vote, the elections. */
public final class Concertation {

    /** How many come to each of the workshops; half of the roll and one make the quorum. */
    public static final List<Integer> ATTENDANCE = List.of(251, 238, 284);

    /** How many of the agents with a vote cast a ballot, and how many of those leave it blank. */
    public static final int BALLOTS = 271;

    public static final int BLANK = 3;

    private final CoyllurquiCycle cycle;
    private final PublicApi api;
    private final List<String> workshops = new ArrayList<>();
    private String plan = "";
    private String round = "";
    private String election = "";

    Concertation(CoyllurquiCycle cycle) {
        this.cycle = cycle;
        this.api = cycle.api();
    }

    public void play() {
        cycle.openPhase("CONCERTATION");
        adoptPlan();
        conveneWorkshops();
        holdWorkshop(
                0,
                "2016-04-09T14:20:00Z",
                Map.of(
                        "BUDGET_PRESENTED", "Se presentó el presupuesto de inversiones.",
                        "ACCOUNTS_PRESENTED", "El alcalde rindió cuentas de los acuerdos del año anterior.",
                        "THEMES_RANKED", "El agua y la educación van primero."));
        addObjectiveOfTheAgents();
        submitProposals();
        evaluateProposals();
        holdWorkshop(
                1, "2016-04-16T14:30:00Z", Map.of("OBJECTIVE_ADOPTED", "Se añade un objetivo: ambiente y cabeceras."));
        prepareRound();
        openRound();
        castBallots();
        closeAndTally();
        electVigilanceCommittee();
        holdWorkshop(
                2,
                "2016-04-23T14:10:00Z",
                Map.of(
                        "PROJECTS_PRIORITISED", "Los proyectos quedan en el orden de los votos.",
                        "COMMITTEE_ELECTED", "Se eligió al comité de vigilancia."));
    }

    public String round() {
        return round;
    }

    public String election() {
        return election;
    }

    public List<String> workshops() {
        return workshops;
    }

    public void adoptPlan() {
        var names = new LinkedHashMap<String, String>();
        names.put("OE1", "Servicios básicos de calidad");
        names.put("OE2", "Educación y cultura para todos");
        names.put("OE3", "Salud y nutrición");
        names.put("OE4", "Producción y empleo");
        names.put("OE5", "Caminos e infraestructura");
        var adopted = api.await(
                () -> api.post("workshop", cycle.path("/plans"))
                        .as(CoyllurquiCycle.FACILITATOR)
                        .json(Map.of(
                                "title",
                                "Plan de desarrollo concertado de Coyllurqui",
                                "objectives",
                                names.entrySet().stream()
                                        .map(each -> Map.of("code", each.getKey(), "name", each.getValue()))
                                        .toList())),
                answer -> answer.status() == 201);
        plan = adopted.madeId();
        remember(adopted);
    }

    private void remember(PublicApi.Answer answer) {
        answer.json()
                .get("objectives")
                .forEach(each -> cycle.objectives()
                        .put(each.get("code").asText(), each.get("objective").asText()));
    }

    /** The new objective that the agents put beside the five of the plan. */
    public void addObjectiveOfTheAgents() {
        var current = api.get("workshop", "/v1/plans/" + plan).expectSuccess();
        remember(api.post("workshop", "/v1/plans/" + plan + "/objectives")
                .as(CoyllurquiCycle.FACILITATOR)
                .ifMatch(current.etag())
                .json(Map.of("code", "OE6", "name", "Ambiente y cabeceras de cuenca"))
                .expectSuccess());
    }

    public void conveneWorkshops() {
        convene("Taller 1: problemas y resultados", "2016-04-09T14:00:00Z", "2016-03-28T14:00:00Z", "TERRITORIAL");
        convene("Taller 2: propuestas y objetivos", "2016-04-16T14:00:00Z", "2016-04-04T14:00:00Z", "TERRITORIAL");
        convene("Taller 3: priorización y acuerdos", "2016-04-23T14:00:00Z", "2016-04-11T14:00:00Z", "PRIORITISATION");
    }

    private void convene(String title, String startsAt, String convenedAt, String kind) {
        workshops.add(api.post("workshop", cycle.path("/workshops"))
                .as(CoyllurquiCycle.FACILITATOR)
                .json(Map.of(
                        "title",
                        title,
                        "kind",
                        kind,
                        "startsAt",
                        startsAt,
                        "convenedAt",
                        convenedAt,
                        "place",
                        "Coyllurqui, local comunal",
                        "language",
                        "qu",
                        "facilitatorLanguages",
                        List.of("qu", "es"),
                        "channels",
                        List.of("RADIO", "LOUDSPEAKER")))
                .expectSuccess()
                .madeId());
    }

    private void holdWorkshop(int number, String openedAt, Map<String, String> matters) {
        var address = "/v1/workshops/" + workshops.get(number);
        var attended = cycle.agents().subList(0, ATTENDANCE.get(number)).stream()
                .map(agent -> Map.of("credential", agent.credential()))
                .toList();
        api.post("workshop", address + "/attendance")
                .as(CoyllurquiCycle.FACILITATOR)
                .json(Map.of("attended", attended))
                .expectSuccess();
        api.post("workshop", address + "/opening")
                .as(CoyllurquiCycle.FACILITATOR)
                .json(Map.of("at", openedAt))
                .expectSuccess();
        api.put("workshop", address + "/minutes")
                .as(CoyllurquiCycle.FACILITATOR)
                .json(minutes(matters))
                .expectSuccess();
        api.post("workshop", address + "/minutes/seal")
                .as(CoyllurquiCycle.FACILITATOR)
                .expectSuccess();
    }

    private static Map<String, Object> minutes(Map<String, String> matters) {
        return Map.of(
                "agreements",
                        matters.entrySet().stream()
                                .map(matter -> Map.of(
                                        "matter", matter.getKey(), "text", matter.getValue(), "method", "CONSENSUS"))
                                .toList(),
                "attestedBy", Map.of("office", "Juez de Paz de Coyllurqui"));
    }

    /** The programme of the entity as a whole, and what the agents want beside it. */
    public void submitProposals() {
        var imported = api.post("workshop", cycle.path("/programme-imports"))
                .as(CoyllurquiCycle.FACILITATOR)
                .json(Map.of(
                        "projects",
                        ProjectsOfCoyllurqui.PROGRAMME.stream()
                                .map(this::description)
                                .toList()))
                .expectSuccess();
        imported.json()
                .get("proposals")
                .forEach(each -> cycle.proposals()
                        .put(each.get("title").asText(), each.get("proposal").asText()));
        for (var project : ProjectsOfCoyllurqui.OF_THE_AGENTS) {
            var submitted = api.post("workshop", cycle.path("/proposals"))
                    .as(CoyllurquiCycle.FACILITATOR)
                    .json(description(project))
                    .expectSuccess();
            cycle.proposals().put(project.title(), submitted.madeId());
        }
    }

    private Map<String, Object> description(Planned project) {
        var description = new LinkedHashMap<String, Object>();
        description.put("title", project.title());
        description.put("objective", cycle.objectives().get(project.objective()));
        description.put("zone", project.zone());
        description.put("scope", "ZONE");
        description.put("cost", Money.soles(project.cost()));
        if (!project.code().isEmpty()) {
            description.put("uniqueInvestmentCode", project.code());
        }
        return description;
    }

    public void evaluateProposals() {
        for (var project : all()) {
            api.post("workshop", "/v1/proposals/" + idOf(project) + "/evaluations")
                    .as(CoyllurquiCycle.EVALUATOR)
                    .json(Map.of(
                            "opinion", "VIABLE",
                            "cost", Money.soles(project.cost()),
                            "explanation", "El terreno está saneado y el costo corresponde a obras parecidas."))
                    .expectSuccess();
        }
    }

    private static List<Planned> all() {
        var all = new ArrayList<>(ProjectsOfCoyllurqui.PROGRAMME);
        all.addAll(ProjectsOfCoyllurqui.OF_THE_AGENTS);
        return all;
    }

    private String idOf(Planned project) {
        return Objects.requireNonNull(cycle.proposals().get(project.title()), project.title());
    }

    public void prepareRound() {
        round = api.post("workshop", cycle.path("/rounds"))
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .json(Map.of(
                        "kind", "PRIORITISE_PROJECTS",
                        "title", "Priorización de proyectos",
                        "proposals", all().stream().map(this::idOf).toList()))
                .expectSuccess()
                .madeId();
    }

    public void openRound() {
        api.await(
                () -> api.post("workshop", "/v1/rounds/" + round + "/opening").as(CoyllurquiCycle.POLLING_OFFICER),
                answer -> answer.status() < 300);
    }

    /** Those who may vote: accredited and trained. */
    public List<Agent> voters() {
        return cycle.agents().subList(0, cycle.agents().size() - Preparation.UNTRAINED);
    }

    /** Each on an own device with an own token; some stay away, a few leave the ballot blank. */
    public void castBallots() {
        choices().entrySet().parallelStream()
                .forEach(ballot -> cast(ballot.getKey(), ballot.getValue()).orFail());
    }

    /** Made up, the same at every run: each project is approved by as many of a hundred as it appeals to. */
    private Map<Agent, List<String>> choices() {
        var random = new Random(2016);
        var choices = new LinkedHashMap<Agent, List<String>>();
        for (int i = 0; i < BALLOTS; i++) {
            var approved = all().stream()
                    .filter(project -> random.nextInt(100) < project.appeal())
                    .map(this::idOf)
                    .toList();
            choices.put(voters().get(i), i < BLANK ? List.of() : approved);
        }
        return choices;
    }

    public PublicApi.Answer cast(Agent agent, List<String> approved) {
        return api.post("workshop", "/v1/rounds/" + round + "/ballots")
                .as(agent.username())
                .json(Map.of("choices", approved))
                .send();
    }

    public void closeAndTally() {
        api.post("workshop", "/v1/rounds/" + round + "/closing")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .expectSuccess();
        api.post("workshop", "/v1/rounds/" + round + "/tally")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .expectSuccess();
        api.post("workshop", "/v1/rounds/" + round + "/result-act")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .json(Map.of("attestedBy", List.of(Map.of("office", "Juez de Paz de Coyllurqui"))))
                .expectSuccess();
    }

    /** Five agents of different zones, two of them women: the quota of the ordinance. */
    public List<Agent> vigilanceCommittee() {
        var women = cycle.agents().stream()
                .filter(agent -> agent.sex().equals("FEMALE"))
                .limit(2);
        var men = cycle.agents().stream()
                .filter(agent -> agent.sex().equals("MALE"))
                .limit(3);
        return java.util.stream.Stream.concat(women, men).toList();
    }

    /** An open election with its count published at once, proclaimed only if the ordinance's quotas are met. */
    public void electVigilanceCommittee() {
        var posts = List.of("PRESIDENT", "SECRETARY", "MEMBER", "MEMBER", "MEMBER");
        election = api.post("workshop", cycle.path("/elections"))
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .json(Map.of("kind", "VIGILANCE_COMMITTEE", "title", "Comité de vigilancia 2016–2018"))
                .expectSuccess()
                .madeId();
        var elected = new ArrayList<Map<String, Object>>();
        for (var agent : vigilanceCommittee()) {
            api.post("workshop", "/v1/elections/" + election + "/candidates")
                    .as(CoyllurquiCycle.POLLING_OFFICER)
                    .json(Map.of("agent", agent.id(), "publicOffice", false, "outgoingMember", false))
                    .expectSuccess();
            elected.add(
                    Map.of("agent", agent.id(), "post", posts.get(elected.size()), "votes", 201 - 13 * elected.size()));
        }
        proclaim(elected).orFail();
    }

    public PublicApi.Answer proclaim(List<Map<String, Object>> elected) {
        var committee = vigilanceCommittee();
        var tellers = cycle.agents().stream()
                .filter(agent -> !committee.contains(agent))
                .limit(2)
                .map(Agent::id)
                .toList();
        return api.post("workshop", "/v1/elections/" + election + "/proclamation")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .json(Map.of(
                        "elected",
                        elected,
                        "handCount",
                        Map.of("minutes", "Acta de elección del comité de vigilancia, 23.4.2016", "tellers", tellers),
                        "proclaimedAt",
                        "2016-04-23T21:30:00Z"))
                .send();
    }
}
