package pe.minka.local.demo;

import pe.minka.local.demo.CoyllurquiCycle.Agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** First phase: the ordinance, the call, the roll, the training. */
public final class Preparation {

    /** How many agents miss the training, and with it the vote. */
    public static final int UNTRAINED = 14;

    private static final List<String> TOPICS = List.of(
            "PB_CONCEPT_AND_PHASES",
            "PROJECT_CYCLE",
            "INCOME_AND_SPENDING",
            "RULES_ON_RESOURCES",
            "PROBLEMS_AND_GAPS",
            "MULTI_YEAR_SCHEDULING",
            "VIGILANCE_COMMITTEE",
            "AGREEMENTS");

    private final CoyllurquiCycle cycle;
    private final PublicApi api;

    Preparation(CoyllurquiCycle cycle) {
        this.cycle = cycle;
        this.api = cycle.api();
    }

    public void play() {
        loadMunicipalities();
        publishOrdinance();
        callProcess();
        nameTechnicalTeam();
        importRoll(rollAsCsv());
        readCredentials();
        holdTraining();
        publishRoll();
        cycle.closePhase("PREPARATION");
        enrolAgents();
    }

    /** All 1,891 of Peru; known and unchanged ones are left alone. */
    public void loadMunicipalities() {
        var job = api.post("registry", "/v1/imports/municipalities?source=built-in")
                .as(CoyllurquiCycle.ADMINISTRATOR)
                .expectSuccess();
        awaitImport(job.madeId(), CoyllurquiCycle.ADMINISTRATOR);
    }

    private PublicApi.Answer awaitImport(String job, String username) {
        return api.await(
                () -> api.get("registry", "/v1/imports/" + job).as(username),
                answer -> !List.of("WAITING", "RUNNING")
                        .contains(answer.json().path("status").asText()));
    }

    public void publishOrdinance() {
        var published = api.put("registry", "/v1/regulations/coyllurqui-2016")
                .as(CoyllurquiCycle.REGISTRAR)
                .header("If-None-Match", "*")
                .body("application/json", resource("coyllurqui-2016.v1.json"))
                .send();
        if (published.status() != 412) {
            published.orFail();
        }
    }

    public void callProcess() {
        var called = api.post("registry", "/v1/processes")
                .as(CoyllurquiCycle.REGISTRAR)
                .json(Map.of(
                        "entity",
                        CoyllurquiCycle.ENTITY,
                        "fiscalYear",
                        cycle.fiscalYear(),
                        "regulation",
                        "coyllurqui-2016",
                        "name",
                        "Presupuesto participativo multianual 2016 de Coyllurqui",
                        "calledOn",
                        "2016-03-21",
                        "channels",
                        List.of("RADIO", "LOUDSPEAKER", "LETTER")))
                .expectSuccess();
        cycle.calledAs(called.madeId());
    }

    public void nameTechnicalTeam() {
        api.post("registry", cycle.path("/bodies"))
                .as(CoyllurquiCycle.REGISTRAR)
                .json(Map.of(
                        "kind", "TECHNICAL_TEAM",
                        "act", "Resolución de Alcaldía 031-2016",
                        "actDate", "2016-03-22",
                        "seats",
                                List.of(
                                        Map.of("post", "CHAIR", "name", "Jefe de Planeamiento y Presupuesto"),
                                        Map.of("post", "MEMBER", "name", "Responsable de la OPMI"),
                                        Map.of("post", "MEMBER", "name", "Gerente de Infraestructura"))))
                .expectSuccess();
    }

    /** The roll as a registrar exports it from a spreadsheet. */
    public static String rollAsCsv() {
        var csv = new StringBuilder(
                "organisation,organisation_kind,document_kind,document_number,names,sex,birth_date,language,zone\n");
        for (var person : RollOfCoyllurqui.people()) {
            csv.append(String.join(
                            ",",
                            person.organisation().name(),
                            person.organisation().kind(),
                            "DNI",
                            person.dni(),
                            person.names() + " " + person.surnames(),
                            person.sex(),
                            person.born().toString(),
                            person.language(),
                            person.organisation().zone()))
                    .append('\n');
        }
        return csv.toString();
    }

    /** @return the job's last state */
    public PublicApi.Answer importRoll(String csv) {
        var job = api.post("registry", cycle.path("/roll-imports?mode=all-or-nothing"))
                .as(CoyllurquiCycle.REGISTRAR)
                .body("text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8))
                .expectSuccess();
        return awaitImport(job.madeId(), CoyllurquiCycle.REGISTRAR);
    }

    /** What the registrar hands out: id and credential of each agent. */
    public void readCredentials() {
        cycle.agents().clear();
        String cursor = "";
        do {
            var page = api.get("registry", cycle.path("/agents?limit=200" + cursor))
                    .as(CoyllurquiCycle.REGISTRAR)
                    .expectSuccess()
                    .json();
            for (var agent : page.get("items")) {
                var credential = agent.get("credential").asText();
                cycle.agents()
                        .add(new Agent(
                                agent.get("agent").asText(),
                                credential,
                                "agent-" + credential.toLowerCase(java.util.Locale.ROOT),
                                agent.get("sex").asText(),
                                agent.path("zone").asText()));
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
    }

    /** Two sessions of all eight topics; the last agents on the list come to neither. */
    public void holdTraining() {
        var trained = cycle.agents().subList(0, cycle.agents().size() - UNTRAINED);
        int half = trained.size() / 2;
        train("Capacitación en Coyllurqui", "2016-03-30", trained.subList(0, half));
        train("Capacitación en Pfaco", "2016-03-31", trained.subList(half, trained.size()));
    }

    private void train(String title, String day, List<Agent> agents) {
        api.post("registry", cycle.path("/trainings"))
                .as(CoyllurquiCycle.REGISTRAR)
                .json(Map.of(
                        "title",
                        title,
                        "topics",
                        TOPICS,
                        "heldOn",
                        day,
                        "language",
                        "qu",
                        "staffAreas",
                        List.of("Planeamiento", "Infraestructura"),
                        "credentials",
                        agents.stream().map(Agent::credential).toList()))
                .expectSuccess();
    }

    public void publishRoll() {
        api.post("registry", cycle.path("/roll/publication"))
                .as(CoyllurquiCycle.REGISTRAR)
                .expectSuccess();
    }

    /** An account for each agent who will vote on an own device. */
    public void enrolAgents() {
        cycle.agents().parallelStream()
                .forEach(agent -> cycle.accounts().enrol(agent.username(), agent.id(), CoyllurquiCycle.ENTITY));
    }

    static byte[] resource(String name) {
        try (InputStream file = Preparation.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("not packed with the demonstration: " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
