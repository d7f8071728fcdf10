package pe.minka.execution.tender;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.money.MoreThanZero;
import pe.minka.execution.project.Projects;
import pe.minka.execution.tender.OpenBids.Opening;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tenders over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenders", description = "Sealed bids, unreadable for everyone until one act opens all of them.")
public class TenderResource {

    private static final String INVITE = """
            {"subject":"Tubería PVC de 4 pulgadas, 1 200 m","closesOn":"2016-06-20"}""";
    private static final String SEALED = """
            {"tender":"e8fc061a-4273-41b4-89fd-738291a0ba02","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "subject":"Tubería PVC de 4 pulgadas, 1 200 m","closesOn":"2016-06-20","state":"SEALED","bids":[\
            {"bid":"f90d172b-5384-42c5-9a0e-8493a2b1cb02","place":1,\
            "seal":"486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7",\
            "receivedAt":"2016-06-18T15:00:00Z"}]}""";
    private static final String OPENED = """
            {"tender":"e8fc061a-4273-41b4-89fd-738291a0ba02","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "subject":"Tubería PVC de 4 pulgadas, 1 200 m","closesOn":"2016-06-20","state":"OPENED",\
            "openedOn":"2016-06-21","place":"Local comunal de Pfaco","witnesses":["JUSTICE_OF_THE_PEACE"],\
            "act":"Acta de apertura 003-2016","bids":[\
            {"bid":"f90d172b-5384-42c5-9a0e-8493a2b1cb02","place":1,\
            "seal":"486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7",\
            "receivedAt":"2016-06-18T15:00:00Z","bidder":"20131312955",\
            "amount":{"amount":"38400.00","currency":"PEN"},"document":"Propuesta económica 1"}]}""";
    private static final String BID = """
            {"bidder":"20131312955","amount":{"amount":"38400.00","currency":"PEN"},\
            "document":"Propuesta económica 1","key":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}""";
    private static final String RECEIPT = """
            {"bid":"f90d172b-5384-42c5-9a0e-8493a2b1cb02","place":1,\
            "seal":"486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7",\
            "receivedAt":"2016-06-18T15:00:00Z"}""";
    private static final String OPEN = """
            {"openedOn":"2016-06-21","place":"Local comunal de Pfaco","witnesses":["JUSTICE_OF_THE_PEACE"],\
            "act":"Acta de apertura 003-2016","keys":[{"bid":"f90d172b-5384-42c5-9a0e-8493a2b1cb02",\
            "key":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}]}""";

    private final OpenBids openBids;
    private final Tenders tenders;
    private final Bids bids;
    private final Projects projects;

    TenderResource(OpenBids openBids, Tenders tenders, Bids bids, Projects projects) {
        this.openBids = openBids;
        this.tenders = tenders;
        this.bids = bids;
        this.projects = projects;
    }

    @Schema(name = "NewTender")
    record NewTender(
            @NotBlank @Size(max = 200) String subject,

            @Schema(description = "Bids are opened on that day or later.") @NotNull
            LocalDate closesOn) {}

    @Schema(name = "NewBid", description = "What goes into the envelope, and the key that seals it.")
    record NewBid(
            @Schema(description = "Published after the opening for companies and public bodies only.") @NotNull
            Ruc bidder,

            @NotNull @MoreThanZero Soles amount,

            @NotBlank @Size(max = 120) @Pattern(regexp = "[^\\r\\n]*")
            String document,

            @Schema(
                    description = "32 random bytes in Base64 that the bidder keeps until the opening. Used once, stored"
                            + " nowhere: without it the bid is unreadable for ever.")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9+/]{43}=")
            String key) {}

    @Schema(name = "NewOpening", description = "One act, before witnesses, that opens all bids.")
    record NewOpening(
            @NotNull LocalDate openedOn,
            @NotBlank @Size(max = 160) String place,

            @Schema(description = "In which capacity they were there, never who they are.") @NotEmpty @Size(max = 10)
            List<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String> witnesses,

            @NotBlank @Size(max = 120) String act,

            @Schema(description = "What the bidders present; a bid without its key stays unread and does not compete.")
            @NotNull
            @Size(max = 200)
            List<@Valid @NotNull PresentedKey> keys) {}

    @Schema(name = "PresentedKey")
    record PresentedKey(
            @NotNull UUID bid,
            @NotNull @Pattern(regexp = "[A-Za-z0-9+/]{43}=") String key) {}

    @Schema(name = "Bid")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BidView(
            UUID bid,

            @Schema(description = "Order of arrival, from 1.")
            int place,

            @Schema(description = "SHA-256 of the sealed envelope.")
            String seal,

            Instant receivedAt,

            @Schema(description = "Absent while sealed, and for a natural person.") @Nullable
            Ruc bidder,

            @Schema(description = "Absent while sealed, and where the key was not presented.") @Nullable
            Soles amount,

            @Nullable String document) {

        static BidView of(BidRow each) {
            return new BidView(
                    each.id,
                    each.place,
                    each.seal,
                    each.receivedAt,
                    each.bidder == null ? null : new Ruc(each.bidder),
                    each.amount,
                    each.document);
        }
    }

    @Schema(name = "Tender")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID tender,
            UUID project,
            String subject,
            LocalDate closesOn,
            TenderRow.State state,
            @Nullable LocalDate openedOn,
            @Nullable String place,
            @Nullable List<String> witnesses,
            @Nullable String act,
            List<BidView> bids) {

        static View of(TenderRow each, List<BidRow> bids) {
            return new View(
                    each.id,
                    each.project,
                    each.subject,
                    each.closesOn,
                    each.state,
                    each.openedOn,
                    each.place,
                    each.witnesses == null ? null : Arrays.asList(each.witnesses.split(",", -1)),
                    each.act,
                    bids.stream().map(BidView::of).toList());
        }
    }

    @Schema(name = "TenderList")
    record ViewList(List<View> items) {}

    @POST
    @Path("/projects/{project}/tenders")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(summary = "Invite bids", description = "For a part of a work, until a day.")
    @APIResponse(
            responseCode = "201",
            description = "Invited",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "sealed", value = SEALED)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    public Response inviteBids(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = INVITE)))
                    @Valid
                    @NotNull
                    NewTender request) {
        var tender = openBids.invite(project, request.subject(), request.closesOn());
        return Response.created(URI.create("/v1/tenders/" + tender.id))
                .entity(View.of(tender, List.of()))
                .build();
    }

    @POST
    @Path("/tenders/{tender}/bids")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Take a sealed bid",
            description =
                    "Seals what is offered under the bidder's own key, which is forgotten at once: nobody can read"
                            + " the bid before the bidder presents the key at the opening. Counted: takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Taken; the seal shows afterwards that the envelope was not exchanged",
            content =
                    @Content(
                            schema = @Schema(implementation = BidView.class),
                            examples = @ExampleObject(name = "receipt", value = RECEIPT)))
    @APIResponse(responseCode = "409", description = "`bids-opened`")
    public Response takeBid(
            @PathParam("tender") UUID tender,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = BID)))
                    @Valid
                    @NotNull
                    NewBid request) {
        var bid = openBids.take(
                tender, bytes(request.key()), new Offer(request.bidder(), request.amount(), request.document()));
        return Response.created(URI.create("/v1/tenders/" + tender))
                .entity(BidView.of(bid))
                .build();
    }

    @POST
    @Path("/tenders/{tender}/opening")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Open all bids",
            description = "One act with date, place and witnesses opens all bids at the same moment; none can be opened"
                    + " before, and none comes in after. A wrong key opens nothing.")
    @APIResponse(
            responseCode = "200",
            description = "All bids, readable from now on",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "opened", value = OPENED)))
    @APIResponse(responseCode = "409", description = "`bids-opened`")
    @APIResponse(responseCode = "422", description = "`bid-key-wrong`, `bid-unknown`, `date-out-of-order`")
    public View openBids(
            @PathParam("tender") UUID tender,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = OPEN)))
                    @Valid
                    @NotNull
                    NewOpening request) {
        Map<UUID, byte[]> keys = new HashMap<>();
        request.keys().forEach(each -> keys.put(each.bid(), bytes(each.key())));
        var read = openBids.open(
                tender, new Opening(request.openedOn(), request.place(), request.witnesses(), request.act(), keys));
        return View.of(tenders.require(tender), read);
    }

    @GET
    @Path("/tenders/{tender}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One tender",
            description = "How many bids there are and their seals; what is in them only after the opening.")
    @APIResponse(
            responseCode = "200",
            description = "The tender",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "opened", value = OPENED)))
    public View readTender(@PathParam("tender") UUID tender) {
        return View.of(tenders.require(tender), bids.of(tender));
    }

    @GET
    @Path("/projects/{project}/tenders")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Tenders of a work", description = "Sealed and opened, by the time of the invitation.")
    @APIResponse(
            responseCode = "200",
            description = "The tenders",
            content =
                    @Content(
                            schema = @Schema(implementation = ViewList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + SEALED + "]}")))
    public ViewList listTenders(@PathParam("project") UUID project) {
        projects.require(project);
        return new ViewList(tenders.of(project).stream()
                .map(each -> View.of(each, bids.of(each.id)))
                .toList());
    }

    private static byte[] bytes(String key) {
        var bytes = Base64.getDecoder().decode(key);
        if (bytes.length != Envelope.KEY_BYTES) {
            throw Problem.unprocessable("bid-key-wrong").toException();
        }
        return bytes;
    }
}
