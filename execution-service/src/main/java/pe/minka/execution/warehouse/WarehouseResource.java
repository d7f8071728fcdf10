package pe.minka.execution.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.project.Projects;
import pe.minka.execution.warehouse.MovementRow.Direction;
import pe.minka.execution.warehouse.MovementRow.Slip;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Warehouses over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Warehouse", description = "Materials of a work: entries and exits, countersigned by its committee.")
public class WarehouseResource {

    private static final String SLIP = """
            {"direction":"ENTRY","item":"CEMENT","unit":"bag","quantity":"120","document":"Guía 001-88",\
            "movedOn":"2016-06-22"}""";
    private static final String MOVEMENT = """
            {"movement":"0a1e283c-6495-43d6-ab1f-95a4b3c2dc02","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "place":1,"direction":"ENTRY","item":"CEMENT","unit":"bag","quantity":"120","document":"Guía 001-88",\
            "movedOn":"2016-06-22","countersigned":true,"balance":"120"}""";
    private static final String STOCK = """
            {"items":[{"item":"CEMENT","unit":"bag","quantity":"120"}]}""";

    private final MoveStock moveStock;
    private final Movements movements;
    private final Stocks stocks;
    private final Projects projects;

    WarehouseResource(MoveStock moveStock, Movements movements, Stocks stocks, Projects projects) {
        this.moveStock = moveStock;
        this.movements = movements;
        this.stocks = stocks;
        this.projects = projects;
    }

    @Schema(name = "NewStockMovement", description = "What the keeper writes down.")
    record NewMovement(
            @NotNull Direction direction,

            @Schema(description = "Code of the material.", examples = "CEMENT")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String item,

            @NotBlank @Size(max = 20) String unit,

            @Schema(description = "More than zero, at most three decimals.", examples = "120")
            @NotNull
            @Pattern(regexp = "(?=.*[1-9])\\d{1,11}(\\.\\d{1,3})?")
            String quantity,

            @NotBlank @Size(max = 120) String document,
            @NotNull LocalDate movedOn) {}

    @Schema(name = "StockMovement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID movement,
            UUID project,

            @Schema(description = "Place in the book of the warehouse, from 1.")
            int place,

            Direction direction,
            String item,
            String unit,
            String quantity,
            String document,
            LocalDate movedOn,

            @Schema(description = "Only a countersigned movement moves stock.")
            boolean countersigned,

            @Schema(description = "What lay in the warehouse after it.") @Nullable
            String balance) {

        static View of(MovementRow each) {
            return new View(
                    each.id,
                    each.project,
                    each.place,
                    each.direction,
                    each.item,
                    each.unit,
                    plain(each.quantity),
                    each.document,
                    each.movedOn,
                    each.isCountersigned(),
                    each.balance == null ? null : plain(each.balance));
        }

        private static String plain(BigDecimal quantity) {
            return quantity.stripTrailingZeros().toPlainString();
        }
    }

    @Schema(name = "StockMovementPage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @Schema(name = "StockItem")
    record StockView(String item, String unit, String quantity) {}

    @Schema(name = "Stock")
    record StockList(List<StockView> items) {}

    @POST
    @Path("/projects/{project}/stock-movements")
    @RolesAllowed(Roles.WAREHOUSE_KEEPER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Write down a movement of materials",
            description = "An entry or exit with quantity and document. It moves stock once a member of the management"
                    + " committee countersigns it. Counted: takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Written down",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "entry", value = MOVEMENT)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    public Response recordStockMovement(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = SLIP)))
                    @Valid
                    @NotNull
                    NewMovement request) {
        var movement = moveStock.record(
                project,
                new Slip(
                        request.direction(),
                        request.item(),
                        request.unit(),
                        new BigDecimal(request.quantity()),
                        request.document(),
                        request.movedOn()));
        return Response.created(URI.create("/v1/projects/" + project + "/stock-movements"))
                .entity(View.of(movement))
                .build();
    }

    @POST
    @Path("/stock-movements/{movement}/countersign")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Countersign a movement",
            description =
                    "By a member of the management committee in office for the work. From then on it counts; what is"
                            + " not there cannot go out.")
    @APIResponse(
            responseCode = "200",
            description = "Countersigned",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "entry", value = MOVEMENT)))
    @APIResponse(responseCode = "403", description = "`not-in-office`, `forbidden-role`")
    @APIResponse(responseCode = "409", description = "`movement-countersigned`, `project-closed`")
    @APIResponse(responseCode = "422", description = "`stock-short`: more than there is")
    public View countersignStockMovement(@PathParam("movement") UUID movement) {
        return View.of(moveStock.countersign(movement));
    }

    @GET
    @Path("/projects/{project}/stock-movements")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Book of a warehouse", description = "All movements in the order they were written down.")
    @APIResponse(
            responseCode = "200",
            description = "A page of movements",
            content =
                    @Content(
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "book", value = "{\"items\":[" + MOVEMENT + "]}")))
    public Response listStockMovements(
            @PathParam("project") UUID project, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        projects.require(project);
        return Page.of(movements.of(project, page.afterOrdinal(), page.limit + 1), page, each -> each.place)
                .map(View::of)
                .toResponse(uri);
    }

    @GET
    @Path("/projects/{project}/stock")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Stock of a work", description = "What lies in its warehouse by the countersigned movements.")
    @APIResponse(
            responseCode = "200",
            description = "The stock",
            content =
                    @Content(
                            schema = @Schema(implementation = StockList.class),
                            examples = @ExampleObject(name = "stock", value = STOCK)))
    public StockList readStock(@PathParam("project") UUID project) {
        projects.require(project);
        return new StockList(stocks.of(project).stream()
                .map(each -> new StockView(each.id.item(), each.id.unit(), View.plain(each.quantity)))
                .toList());
    }
}
