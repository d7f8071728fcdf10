package pe.minka.transparency.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.transparency.process.Answers;
import pe.minka.transparency.process.ListedProcess;
import pe.minka.transparency.process.Processes;
import pe.minka.transparency.process.Processes.Wanted;
import pe.minka.transparency.process.PublicProcess;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages that people read. They need no script, no account and no large screen. */
@Path("/procesos")
@Produces(PortalResource.HTML)
@Blocking
@Tag(
        name = "Portal",
        description = "Pages for people: Spanish first, Quechua and English by `lang` or Accept-Language.")
public class PortalResource {

    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** Nothing but the portal's own style sheet and pictures; no script, no frame, nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int LISTED = 30;

    private final Processes processes;
    private final Answers answers;
    private final Labels labels;
    private final String ballots;

    PortalResource(
            Processes processes,
            Answers answers,
            Labels labels,
            @ConfigProperty(name = "minka.portal.ballot-file") String ballots) {
        this.processes = processes;
        this.answers = answers;
        this.labels = labels;
        this.ballots = ballots;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance home(
                Words words, List<ListedProcess> processes, String search, String next, String base);

        static native TemplateInstance process(Words words, PublicProcess process, ProcessView view, String base);

        static native TemplateInstance absent(Words words, String base);

        private Templates() {}
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Portal home",
            description = "A page that lists processes and finds them by the words of their names and places.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            examples = @ExampleObject(name = "page", value = "<!doctype html>…")))
    public Response portalHome(
            @QueryParam("q") @Parameter(description = "Words to look for.", example = "coyllurqui") @Nullable
                    String search,
            @QueryParam("after") @Parameter(description = "Where the page before ended.") @Nullable String after,
            @QueryParam("lang") @Parameter(description = "es, qu or en.", example = "qu") @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String accepted) {
        var words = labels.in(language, accepted);
        var asked = Optional.ofNullable(search).orElse("");
        var found = processes.list(new Wanted(null, null, null, asked), blankToNull(after), LISTED + 1);
        boolean more = found.size() > LISTED;
        var shown = more ? found.subList(0, LISTED) : found;
        var next = more
                ? shown.get(LISTED - 1).fiscalYear() + "/"
                        + shown.get(LISTED - 1).process()
                : "";
        return page(words, Templates.home(words, shown, asked, next, "/"));
    }

    @GET
    @Path("/{process}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Page of a process",
            description =
                    "Each agreement with its votes, money, progress and state; findings and answers; roll with the women's "
                            + "share; rounds, workshops, money and committees. Readable on a telephone and printable.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            examples = @ExampleObject(name = "page", value = "<!doctype html>…")))
    @APIResponse(responseCode = "304", description = "Nothing changed.")
    @APIResponse(responseCode = "404", description = "A page that says that the process is not known.")
    public Response processPage(
            @PathParam("process")
                    @Parameter(description = "Id of the process.", example = "5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016")
                    String process,
            @QueryParam("lang") @Parameter(description = "es, qu or en.", example = "qu") @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String accepted,
            @Context Request request) {
        var words = labels.in(language, accepted);
        var id = read(process);
        var stamp = id.flatMap(processes::stamp);
        if (id.isEmpty() || stamp.isEmpty()) {
            return guard(
                    Response.status(Response.Status.NOT_FOUND)
                            .entity(Templates.absent(words, "/").render())
                            .type(HTML)
                            .build(),
                    words);
        }
        return guard(
                answers.respond(
                        "page/" + words.getLanguage() + "/" + process,
                        stamp.get(),
                        HTML,
                        request,
                        () -> render(id.get(), words)),
                words);
    }

    private static String further(Words words, String search, ListedProcess last) {
        return "/?lang=" + words.getLanguage()
                + "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + "&after=" + URLEncoder.encode(last.fiscalYear() + "/" + last.process(), StandardCharsets.UTF_8);
    }

    private byte[] render(ProcessId id, Words words) {
        var process = processes.find(id).orElseThrow();
        return Templates.process(words, process, new ProcessView(process, words, ballots), "/procesos/" + id)
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Response page(Words words, TemplateInstance page) {
        return guard(
                Response.ok(page.render(), HTML)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CACHE_CONTROL, "max-age=5")
                        .build(),
                words);
    }

    private static Response guard(Response response, Words words) {
        response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, words.getLanguage());
        return response;
    }

    private static Optional<ProcessId> read(String process) {
        try {
            return Optional.of(ProcessId.fromString(process));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
