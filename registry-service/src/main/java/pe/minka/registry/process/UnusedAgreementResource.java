package pe.minka.registry.process;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.territory.Entities;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Processes whose agreements went into a drawer. */
@Path("/v1/entities/{entity}/unused-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class UnusedAgreementResource {

    private static final String VIEW = """
            {"items":[{"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","fiscalYear":2016,"ledBy":"CONSULTANT","law":"DS 142-2009-EF art. 10.1"}]}""";

    private final EntityManager database;
    private final Entities entities;
    private final Processes processes;
    private final Clock clock;

    UnusedAgreementResource(EntityManager database, Entities entities, Processes processes, Clock clock) {
        this.database = database;
        this.entities = entities;
        this.processes = processes;
        this.clock = clock;
    }

    /** @param law the article by which the agreements go into the budget */
    @Schema(name = "UnusedAgreements")
    record UnusedView(ProcessId process, FiscalYear fiscalYear, String ledBy, String law) {}

    @Schema(name = "UnusedAgreementsList")
    record UnusedListView(List<UnusedView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listUnusedAgreements",
            summary = "Agreements never used in the budget",
            description =
                    "Processes whose act of agreements was signed, whose fiscal year has begun, and of which no approval by the council, municipal or regional,"
                            + " is on record: what was agreed never reached the budget.")
    @APIResponse(
            responseCode = "200",
            description = "By fiscal year",
            content =
                    @Content(
                            schema = @Schema(implementation = UnusedListView.class),
                            examples = @ExampleObject(name = "unused", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public UnusedListView listUnusedAgreements(@Parameter(example = "300305") @PathParam("entity") EntityCode entity) {
        entities.known(entity);
        List<?> rows = database.createNativeQuery(
                        "select p.id from process p where p.entity = :entity and p.fiscal_year <= :year"
                                + " and exists (select 1 from evidence e where e.process = p.id and e.requirement = 'AGREEMENTS_SIGNED')"
                                + " and not exists (select 1 from evidence e where e.process = p.id"
                                + " and e.requirement in ('APPROVAL_RECORDED/COUNCIL', 'APPROVAL_RECORDED/REGIONAL_COUNCIL'))"
                                + " order by p.fiscal_year, p.id",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .setParameter("year", Peru.today(clock).getYear())
                .getResultList();
        return new UnusedListView(rows.stream()
                .map(row -> processes.find(new ProcessId(((Tuple) row).get("id", UUID.class))))
                .map(process -> new UnusedView(
                        process.id(),
                        process.fiscalYear(),
                        process.ledBy(),
                        process.regulation().councilArticle()))
                .toList());
    }
}
