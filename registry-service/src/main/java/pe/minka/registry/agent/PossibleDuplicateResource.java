package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.process.Processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The shape of a page, for the contract. */
    @Schema(name = "PossibleDuplicates")
    record DuplicatePage(
            List<DuplicateView> items, @Nullable String next) {}

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
            description = "One page of groups, in the order of the smallest id of each",
            content =
                    @Content(
                            schema = @Schema(implementation = DuplicatePage.class),
                            examples =
                                    @ExampleObject(
                                            name = "duplicates",
                                            value =
                                                    "{\"items\":[{\"agents\":[{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"documentKind\":\"DNI\"},{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102\",\"documentKind\":\"FOREIGN_CARD\"}]}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listPossibleDuplicates(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var groups = new LinkedHashMap<String, List<AgentView>>();
        database.createNativeQuery(
                        "select g.first, a.id, p.document_kind from (select p2.likeness, min(cast(a2.id as text)) as first"
                                + " from agent a2 join person p2 on p2.id = a2.person"
                                + " where a2.process = :process and a2.state = 'ACCREDITED' and p2.likeness is not null"
                                + " group by p2.likeness having count(*) > 1 and min(cast(a2.id as text)) > :after"
                                + " order by 2 limit :limit) g join person p on p.entity = :entity and p.likeness = g.likeness"
                                + " join agent a on a.person = p.id and a.process = :process and a.state = 'ACCREDITED'"
                                + " order by g.first, a.id",
                        Tuple.class)
                .setParameter("process", id.value())
                .setParameter("entity", process.entity().value())
                .setParameter("after", page.afterId().toString())
                .setParameter("limit", page.limit + 1)
                .getResultList()
                .forEach(found -> {
                    var row = (Tuple) found;
                    groups.computeIfAbsent(row.get(0, String.class), each -> new ArrayList<>())
                            .add(new AgentView(
                                    row.get(1, UUID.class), IdentityDocument.Kind.valueOf(row.get(2, String.class))));
                });
        return Page.of(List.copyOf(groups.entrySet()), page, Map.Entry::getKey)
                .map(group -> new DuplicateView(group.getValue()))
                .toResponse(uri);
    }
}
