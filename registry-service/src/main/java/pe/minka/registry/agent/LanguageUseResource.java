package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which languages the agents of a process are written to. */
@Path("/v1/processes/{process}/language-use")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class LanguageUseResource {

    private final EntityManager database;
    private final Processes processes;

    LanguageUseResource(EntityManager database, Processes processes) {
        this.database = database;
        this.processes = processes;
    }

    /** @param women absent, as `men`, where a group of the language is too small to be shown */
    @Schema(name = "LanguageUse")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LanguageView(
            String language,
            @Nullable Integer women,
            @Nullable Integer men) {}

    @Schema(name = "LanguageUses")
    record LanguagesView(List<LanguageView> languages) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getLanguageUse",
            summary = "Languages by sex",
            description =
                    "The language each accredited agent is written to in, women and men apart. Languages with a group of one to four people show no numbers.")
    @APIResponse(
            responseCode = "200",
            description = "Each language",
            content =
                    @Content(
                            schema = @Schema(implementation = LanguagesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "languages",
                                            value =
                                                    "{\"languages\":[{\"language\":\"es\",\"women\":12,\"men\":41},{\"language\":\"qu\",\"women\":63,\"men\":30}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public LanguagesView getLanguageUse(@PathParam("process") ProcessId id) {
        processes.get(id);
        var counts = new HashMap<String, Map<Sex, Integer>>();
        database.createQuery(
                        "select language, sex, count(*) from Agent where process = :process and state = :accredited"
                                + " group by language, sex",
                        Tuple.class)
                .setParameter("process", id)
                .setParameter("accredited", AgentState.ACCREDITED)
                .getResultList()
                .forEach(row -> counts.computeIfAbsent(row.get(0, String.class), each -> new HashMap<>())
                        .put(row.get(1, Sex.class), row.get(2, Long.class).intValue()));
        return new LanguagesView(LanguageUse.suppressed(counts).stream()
                .map(use -> new LanguageView(use.language(), use.women(), use.men()))
                .toList());
    }
}
