package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Agents who may be one person behind two documents. */
@Path("/v1/processes/{process}/possible-duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class PossibleDuplicateResource {

    private final EntityManager database;
    private final Processes processes;
    private final Caller caller;

    PossibleDuplicateResource(EntityManager database, Processes processes, Caller caller) {
        this.database = database;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "DuplicateAgent")
    record AgentView(UUID agent, IdentityDocument.Kind documentKind) {}

    @Schema(name = "PossibleDuplicate")
    record DuplicateView(List<AgentView> agents) {}

    @Schema(name = "PossibleDuplicates")
    record DuplicatesView(List<DuplicateView> items) {}

    @GET
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "One person behind two documents?",
            description =
                    "Accredited agents with the same names, in whatever order and with whatever accents, and the same birth date, under different documents: a DNI and a foreign card, or one mistyped. A registrar decides; nothing is merged.")
    @APIResponse(
            responseCode = "200",
            description = "Each group",
            content =
                    @Content(
                            schema = @Schema(implementation = DuplicatesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "duplicates",
                                            value =
                                                    "{\"items\":[{\"agents\":[{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"documentKind\":\"DNI\"},{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102\",\"documentKind\":\"FOREIGN_CARD\"}]}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public DuplicatesView listPossibleDuplicates(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var groups = new LinkedHashMap<String, List<AgentView>>();
        database.createNativeQuery(
                        "select p.likeness, a.id, p.document_kind from (select a.id, a.person from agent a"
                                + " where a.process = :process and a.state = 'ACCREDITED') a join person p on p.id = a.person"
                                + " where p.likeness in (select p2.likeness from agent a2 join person p2 on p2.id = a2.person"
                                + " where a2.process = :process and a2.state = 'ACCREDITED' and p2.likeness is not null"
                                + " group by p2.likeness having count(*) > 1) order by p.likeness, a.id",
                        Tuple.class)
                .setParameter("process", id.value())
                .getResultList()
                .forEach(found -> {
                    var row = (Tuple) found;
                    groups.computeIfAbsent(String.valueOf(row.get(0)), each -> new ArrayList<>())
                            .add(new AgentView(
                                    row.get(1, UUID.class), IdentityDocument.Kind.valueOf(row.get(2, String.class))));
                });
        return new DuplicatesView(
                groups.values().stream().map(DuplicateView::new).toList());
    }
}
