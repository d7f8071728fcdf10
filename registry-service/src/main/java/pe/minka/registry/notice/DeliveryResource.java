package pe.minka.registry.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.Addressees;
import pe.minka.registry.agent.PersonalReadings;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.SpreadsheetText;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Each agent's delivery of a notice, for staff: proof, what could not be sent, and what is to be printed. */
@Path("/v1/processes/{process}/notices/{notice}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
class DeliveryResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String DELIVERY =
            "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"state\":\"DELIVERED\",\"channel\":\"LETTER\",\"language\":\"qu\",\"attempts\":0,\"deliveredOn\":\"2016-04-01\",\"evidence\":\"Cargo 12, firmado\"}";

    private final Notices notices;
    private final Postings postings;
    private final NoticeWorker worker;
    private final NoticeLetters letters;
    private final Addressees addressees;
    private final PersonalReadings readings;
    private final Template page;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;
    private final int longestList;

    DeliveryResource(
            Notices notices,
            Postings postings,
            NoticeWorker worker,
            NoticeLetters letters,
            Addressees addressees,
            PersonalReadings readings,
            @Location("notice/letters.html") Template page,
            Processes processes,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "minka.notices.longest-list") int longestList) {
        this.notices = notices;
        this.postings = postings;
        this.worker = worker;
        this.letters = letters;
        this.addressees = addressees;
        this.readings = readings;
        this.page = page;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
        this.longestList = longestList;
    }

    @Schema(name = "NoticeDelivered")
    record DeliveredRequest(
            @NotNull AgentId agent,
            @NotNull Channel channel,
            @NotNull LocalDate deliveredOn,
            @NotBlank @Size(min = 3, max = 300) String evidence) {}

    /**
     * @param evidence the receipt, or the Message-ID that the mail server took
     * @param problem why it was not sent, as a code; `answer-unknown` after a replica died with the message in flight
     */
    @Schema(name = "NoticeDelivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            UUID agent,
            String state,
            @Nullable String channel,
            String language,
            int attempts,
            @Nullable LocalDate deliveredOn,
            @Nullable String evidence,
            @Nullable String problem) {

        static DeliveryView of(Postings.Row row) {
            return new DeliveryView(
                    row.agent(),
                    row.state(),
                    row.channel(),
                    row.language(),
                    row.attempts(),
                    row.deliveredOn(),
                    row.evidence(),
                    row.problem());
        }
    }

    /** The shape of a page, for the contract. */
    record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}

    @Schema(name = "NoticeRetry")
    record RetryView(int queued) {}

    @GET
    @Path("/deliveries")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listDeliveries",
            summary = "Deliveries of a notice",
            description =
                    "By agent id, with date and proof; `state=DEAD` shows what could not be sent and why. No names, no addresses.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryPage.class),
                            examples = @ExampleObject(name = "deliveries", value = "{\"items\":[" + DELIVERY + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listDeliveries(
            @PathParam("process") ProcessId id,
            @PathParam("notice") UUID noticeId,
            @Parameter(description = "Only those in this state.", example = "DEAD") @QueryParam("state") @Nullable
                    String state,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        notices.get(id, noticeId);
        var found = postings.deliveries(noticeId, state, page.afterId(), page.limit + 1);
        return Page.of(found, page, Postings.Row::agent).map(DeliveryView::of).toResponse(uri);
    }

    @POST
    @Path("/deliveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordDelivery",
            summary = "Record that a notice reached an agent",
            description =
                    "By letter, call or visit, with the day and the proof. What was delivered once stays as it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveredRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "delivery",
                                            value =
                                                    "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"channel\":\"LETTER\",\"deliveredOn\":\"2016-04-01\",\"evidence\":\"Cargo 12, firmado\"}")))
    @APIResponse(responseCode = "204", description = "Recorded")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`delivery-settled`: delivered already, or under way")
    @APIResponse(responseCode = "422", description = "`delivery-ahead`, `delivery-by-a-public-channel`")
    public Response recordDelivery(
            @PathParam("process") ProcessId id,
            @PathParam("notice") UUID noticeId,
            @Valid @NotNull DeliveredRequest request) {
        caller.mustActFor(processes.getForAddition(id).entity());
        notices.get(id, noticeId);
        if (!request.channel().personal()) {
            throw Problem.unprocessable("delivery-by-a-public-channel").toException();
        }
        if (request.deliveredOn().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("delivery-ahead").toException();
        }
        if (!postings.delivered(
                noticeId, request.agent(), request.channel(), request.deliveredOn(), request.evidence())) {
            throw Problem.conflict("delivery-settled").toException();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/deliveries/retry")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "retryDeliveries",
            summary = "Try again what could not be sent",
            description =
                    "Puts all dead deliveries of the notice in the queue anew, such as after addresses were corrected.")
    @APIResponse(
            responseCode = "200",
            description = "How many",
            content =
                    @Content(
                            schema = @Schema(implementation = RetryView.class),
                            examples = @ExampleObject(name = "retry", value = "{\"queued\":4}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response retryDeliveries(@PathParam("process") ProcessId id, @PathParam("notice") UUID noticeId) {
        caller.mustActFor(processes.getForAddition(id).entity());
        notices.get(id, noticeId);
        int queued = postings.retry(noticeId);
        worker.wake();
        return Response.ok(new RetryView(queued)).build();
    }

    @GET
    @Path("/print-list")
    @Produces(CSV)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listNoticesToPrint",
            summary = "Who is told by hand",
            description =
                    "Agents whom no electronic channel reaches, with names, what is known of their address, and a place to sign; 5,000 at once, with a `Link` to those who follow. The reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "A CSV file in UTF-8",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "list",
                                            value =
                                                    "agent,names,contact,language,signature\nb1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101,Rosa Quispe Huamán,Sector Pumamarca,qu,\n")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listNoticesToPrint(
            @PathParam("process") ProcessId id,
            @PathParam("notice") UUID noticeId,
            @Parameter(description = "The last agent of the part before; absent for the first part.")
                    @QueryParam("after")
                    @Nullable
                    UUID after,
            @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        notices.get(id, noticeId);
        var text = new StringWriter();
        var found = postings.toPrint(noticeId, Objects.requireNonNullElse(after, NOBODY), longestList + 1);
        var rows = found.subList(0, Math.min(found.size(), longestList));
        readings.log(id, agents(rows), "print-notices");
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("agent", "names", "contact", "language", "signature");
            rows.forEach(row -> addressees
                    .of(row.getValue().person())
                    .ifPresent(person -> csv.writeRecord(
                            row.getKey().toString(),
                            SpreadsheetText.plain(person.names()),
                            SpreadsheetText.plain(Objects.requireNonNullElse(person.contact(), "")),
                            row.getValue().language(),
                            "")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return linked(Response.ok(text.toString(), CSV), found.size() > rows.size(), rows, uri)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"print-list.csv\"")
                .build();
    }

    private static Response.ResponseBuilder linked(
            Response.ResponseBuilder answer, boolean more, List<Map.Entry<UUID, Delivery>> rows, UriInfo uri) {
        return more
                ? answer.link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam(
                                        "after", rows.get(rows.size() - 1).getKey())
                                .build(),
                        "next")
                : answer;
    }

    private static List<UUID> agents(List<Map.Entry<UUID, Delivery>> rows) {
        return rows.stream().map(Map.Entry::getKey).toList();
    }

    @GET
    @Path("/letters")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "printLetters",
            summary = "Letters to print",
            description =
                    "A page for each agent whom no electronic channel reaches, in the person's language, with a slip to sign as proof; 5,000 at once, with a `Link` to those who follow. The reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "A document for the browser's print",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response printLetters(
            @PathParam("process") ProcessId id,
            @PathParam("notice") UUID noticeId,
            @Parameter(description = "The last agent of the part before; absent for the first part.")
                    @QueryParam("after")
                    @Nullable
                    UUID after,
            @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        var notice = notices.get(id, noticeId);
        var found = postings.toPrint(noticeId, Objects.requireNonNullElse(after, NOBODY), longestList + 1);
        var rows = found.subList(0, Math.min(found.size(), longestList));
        readings.log(id, agents(rows), "print-letters");
        var pages = new ArrayList<Map<String, String>>();
        rows.forEach(row -> addressees.of(row.getValue().person()).ifPresent(person -> {
            var delivery = row.getValue();
            var letter = letters.to(delivery.id(), person.names(), delivery.language(), notice);
            var words = NoticeLetters.words(delivery.language());
            pages.add(Map.of(
                    "language", letter.language(),
                    "title", letter.subject(),
                    "text", letter.text(),
                    "agent", row.getKey().toString(),
                    "names", person.names(),
                    "received", words.getString("received"),
                    "name", words.getString("name"),
                    "date", words.getString("date"),
                    "signature", words.getString("signature")));
        }));
        return linked(
                        Response.ok(page.data("pages", pages).render(), MediaType.TEXT_HTML + ";charset=UTF-8"),
                        found.size() > rows.size(),
                        rows,
                        uri)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
