package pe.minka.registry.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Calls, convocations and notices of a process. */
@Path("/v1/processes/{process}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
class NoticeResource {

    private static final String REQUEST = """
            {"kind":"CONVOCATION","workshop":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401",\
            "titles":{"es":"Taller 1: problemas y resultados","qu":"Ñawpaq taller: sasachakuykuna"},\
            "texts":{"es":"Le invitamos al primer taller.","qu":"Ñawpaq tallerman waqyamuyki."},\
            "startsAt":"2016-04-09T14:00:00Z","place":"Coyllurqui, local comunal","channels":["RADIO","LETTER","EMAIL"]}""";
    private static final String NOTICE = """
            {"notice":"8b4a2e3d-4c5b-4640-9f3a-7b1c59d2e4c6","kind":"CONVOCATION","workshop":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401",\
            "titles":{"es":"Taller 1: problemas y resultados","qu":"Ñawpaq taller: sasachakuykuna"},\
            "texts":{"es":"Le invitamos al primer taller.","qu":"Ñawpaq tallerman waqyamuyki."},\
            "startsAt":"2016-04-09T14:00:00Z","place":"Coyllurqui, local comunal","channels":["RADIO","LETTER","EMAIL"],\
            "deliverBy":"2016-04-02","law":"Ordenanza 001-2016-MDC-PC/RA","sentOutAt":"2016-03-30T15:00:00Z",\
            "agents":{"DELIVERED":180,"PRINT":95,"WAITING":3},"late":0,\
            "postings":[{"channel":"RADIO","medium":"Radio Surphuy","madeOn":"2016-03-31","evidence":"Constancia de emisión 14"}]}""";

    private final SendNotice sendNotice;
    private final Notices notices;
    private final Postings postings;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    NoticeResource(
            SendNotice sendNotice,
            Notices notices,
            Postings postings,
            Processes processes,
            Caller caller,
            Clock clock) {
        this.sendNotice = sendNotice;
        this.notices = notices;
        this.postings = postings;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /** A text in Spanish and, where it is written, in Quechua, English and Aymara. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Translated(
            @NotBlank @Size(max = 4000) String es,
            @Nullable @Size(max = 4000) String qu,
            @Nullable @Size(max = 4000) String en,
            @Nullable @Size(max = 4000) String ay) {

        Map<String, String> byLanguage() {
            var texts = new java.util.TreeMap<String, String>();
            texts.put("es", es);
            putIfWritten(texts, "qu", qu);
            putIfWritten(texts, "en", en);
            putIfWritten(texts, "ay", ay);
            return texts;
        }

        static Translated of(Map<String, String> texts) {
            return new Translated(
                    java.util.Objects.requireNonNull(texts.get("es")),
                    texts.get("qu"),
                    texts.get("en"),
                    texts.get("ay"));
        }

        private static void putIfWritten(Map<String, String> texts, String language, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                texts.put(language, text);
            }
        }
    }

    /**
     * @param workshop the session it is about, where there is one
     * @param startsAt of the session; needed for a convocation
     * @param channels personal ones (`EMAIL`, `SMS`, `LETTER`, `TELEPHONE`, `VISIT`) make a delivery for each agent
     */
    @Schema(name = "NoticeSent")
    record NoticeRequest(
            @NotNull Notice.Kind kind,
            @Nullable UUID workshop,
            @NotNull @Valid Translated titles,
            @NotNull @Valid Translated texts,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable @Size(max = 300) String place,
            @NotEmpty Set<@NotNull Channel> channels) {

        SendNotice.Message message() {
            return new SendNotice.Message(
                    kind,
                    workshop,
                    titles.byLanguage(),
                    texts.byLanguage(),
                    startsAt,
                    endsAt,
                    place,
                    new java.util.TreeSet<>(channels));
        }
    }

    @Schema(name = "NoticePosting")
    record PostingView(
            @NotNull Channel channel,
            @NotBlank @Size(min = 3, max = 200) String medium,
            @NotNull LocalDate madeOn,
            @NotBlank @Size(min = 3, max = 300) String evidence) {}

    /**
     * @param deliverBy last day on which it arrives in time
     * @param agents how many by state: `WAITING`, `DELIVERED`, `PRINT` (on the list to print), `DEAD` (could not be sent)
     * @param late delivered after `deliverBy`
     */
    @Schema(name = "Notice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            UUID notice,
            Notice.Kind kind,
            @Nullable UUID workshop,
            Translated titles,
            Translated texts,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String place,
            List<Channel> channels,
            @Nullable LocalDate deliverBy,
            String law,
            Instant sentOutAt,
            Map<String, Integer> agents,
            int late,
            List<PostingView> postings) {}

    /** The shape of a page, for the contract. */
    @Schema(name = "Notices")
    record NoticePage(List<NoticeView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "sendNotice",
            summary = "Send a notice out",
            description =
                    "To all accredited agents, each in the own language: by e-mail or SMS where the person gave an address and the channel is asked for, else on the list to print."
                            + " A convocation is refused where the session is nearer than the notice the regulation asks for, or where too few channels are named.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeRequest.class),
                            examples = @ExampleObject(name = "convocation", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Sent out; e-mail leaves in the order of the queue",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeView.class),
                            examples = @ExampleObject(name = "notice", value = NOTICE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`notice-too-short`, `notice-too-few-channels`, `notice-without-session`, `session-ends-before-it-begins`")
    public Response sendNotice(@PathParam("process") ProcessId id, @Valid @NotNull NoticeRequest request) {
        var sent = sendNotice.send(id, request.message());
        return Response.created(URI.create(
                        "/v1/processes/" + id + "/notices/" + sent.notice().id()))
                .entity(view(sent.notice()))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listNotices",
            summary = "Notices of a process",
            description =
                    "What was told, by which channels, with proof of each posting, and how many agents it reached; not whom.")
    @APIResponse(
            responseCode = "200",
            description = "One page, the first first",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticePage.class),
                            examples = @ExampleObject(name = "notices", value = "{\"items\":[" + NOTICE + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listNotices(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        processes.get(id);
        var found = notices.of(id, page.after(UUID::fromString), page.limit + 1);
        return Page.of(found, page, Notice::id).map(this::view).toResponse(uri);
    }

    @GET
    @Path("/{notice}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(operationId = "getNotice", summary = "One notice", description = "With how far it has come.")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeView.class),
                            examples = @ExampleObject(name = "notice", value = NOTICE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public NoticeView getNotice(@PathParam("process") ProcessId id, @PathParam("notice") UUID notice) {
        return view(notices.get(id, notice));
    }

    @POST
    @Path("/{notice}/postings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordPosting",
            summary = "Record that a notice was read out or put up",
            description = "On the radio, by loudspeaker, on a wall, in an assembly: where, when, and the proof of it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PostingView.class),
                            examples =
                                    @ExampleObject(
                                            name = "posting",
                                            value =
                                                    "{\"channel\":\"RADIO\",\"medium\":\"Radio Surphuy\",\"madeOn\":\"2016-03-31\",\"evidence\":\"Constancia de emisión 14\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeView.class),
                            examples = @ExampleObject(name = "notice", value = NOTICE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`posting-ahead`, `posting-by-a-personal-channel`")
    public Response recordPosting(
            @PathParam("process") ProcessId id,
            @PathParam("notice") UUID noticeId,
            @Valid @NotNull PostingView request) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var notice = notices.get(id, noticeId);
        if (request.channel().personal()) {
            throw Problem.unprocessable("posting-by-a-personal-channel").toException();
        }
        if (request.madeOn().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("posting-ahead").toException();
        }
        postings.add(
                noticeId,
                new Postings.Posting(request.channel(), request.medium(), request.madeOn(), request.evidence()),
                caller.subject());
        return Response.created(URI.create("/v1/processes/" + id + "/notices/" + noticeId))
                .entity(view(notice))
                .build();
    }

    private NoticeView view(Notice notice) {
        var deliverBy = notice.deliverBy();
        return new NoticeView(
                notice.id(),
                notice.kind(),
                notice.workshop(),
                Translated.of(notice.titles()),
                Translated.of(notice.texts()),
                notice.startsAt(),
                notice.endsAt(),
                notice.place(),
                List.copyOf(notice.channels()),
                deliverBy,
                notice.law(),
                notice.sentOutAt(),
                postings.countByState(notice.id()),
                deliverBy == null ? 0 : postings.deliveredAfter(notice.id(), deliverBy),
                postings.of(notice.id()).stream()
                        .map(each -> new PostingView(each.channel(), each.medium(), each.madeOn(), each.evidence()))
                        .toList());
    }
}
