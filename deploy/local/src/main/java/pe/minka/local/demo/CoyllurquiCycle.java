package pe.minka.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process of Coyllurqui of 2016 as it goes along: what one act makes, the next one needs. Played through the public
 * APIs alone, by the accounts of those whose act it is.
 */
public final class CoyllurquiCycle {

    public static final String ENTITY = "300305";
    public static final String REGISTRAR = "registrar.coyllurqui";
    public static final String FACILITATOR = "facilitator.coyllurqui";
    public static final String EVALUATOR = "evaluator.coyllurqui";
    public static final String POLLING_OFFICER = "polling-officer.coyllurqui";
    public static final String BUDGET_OFFICER = "budget-officer.coyllurqui";
    public static final String SECRETARY = "council-secretary.coyllurqui";
    public static final String EXECUTION_OFFICER = "execution-officer.coyllurqui";
    public static final String ADMINISTRATOR = "admin.minka";

    private final PublicApi api;
    private final Accounts accounts;
    private final int fiscalYear;
    private final List<Agent> agents = new ArrayList<>();
    private final Map<String, String> objectives = new HashMap<>();
    private final Map<String, String> proposals = new HashMap<>();
    private @Nullable String process;

    /** @param fiscalYear the first of the three years that the agreements are for */
    public CoyllurquiCycle(PublicApi api, Accounts accounts, int fiscalYear) {
        this.api = api;
        this.accounts = accounts;
        this.fiscalYear = fiscalYear;
    }

    /**
     * An accredited agent.
     *
     * @param username of the account that casts the agent's ballot
     */
    public record Agent(String id, String credential, String username, String sex, String zone) {}

    public Preparation preparation() {
        return new Preparation(this);
    }

    public Concertation concertation() {
        return new Concertation(this);
    }

    public Formalisation formalisation() {
        return new Formalisation(this);
    }

    public Works works() {
        return new Works(this);
    }

    public PublicApi api() {
        return api;
    }

    Accounts accounts() {
        return accounts;
    }

    int fiscalYear() {
        return fiscalYear;
    }

    /** Those who are on the roll, in the order of its import. */
    public List<Agent> agents() {
        return agents;
    }

    /** The ids of the plan's objectives by their codes. */
    Map<String, String> objectives() {
        return objectives;
    }

    /** The ids of what is put to the vote by their titles. */
    public Map<String, String> proposals() {
        return proposals;
    }

    public String process() {
        if (process == null) {
            throw new IllegalStateException("the process is not called yet");
        }
        return process;
    }

    void calledAs(String id) {
        process = id;
    }

    /** The address of a resource of this process. */
    public String path(String rest) {
        return "/v1/processes/" + process() + rest;
    }

    public String processEtag() {
        return api.get("registry", path("")).expectSuccess().etag();
    }

    /** Opens a phase once the one before is closed. */
    void openPhase(String phase) {
        api.post("registry", path("/phases/" + phase + "/opening"))
                .as(REGISTRAR)
                .ifMatch(processEtag())
                .expectSuccess();
    }

    /** Closes a phase once the registry has heard of all that it needs. */
    public JsonNode closePhase(String phase) {
        return api.await(
                        () -> api.post("registry", path("/phases/" + phase + "/closing"))
                                .as(REGISTRAR)
                                .ifMatch(processEtag()),
                        answer -> answer.status() == 200)
                .json();
    }
}
