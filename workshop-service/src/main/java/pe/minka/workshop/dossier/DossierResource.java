package pe.minka.workshop.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
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
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.evaluation.Opinion;
import pe.minka.workshop.evaluation.TechnicalOpinions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What voters read before they vote. */
@Path("/v1/rounds/{round}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rounds")
class DossierResource {

    private static final String DOSSIER = """
            {"items":[{"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701",\
            "title":"Ampliación del sistema de agua de Pfaco",\
            "theme":{"option":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","title":"Agua y saneamiento","rank":1},\
            "cost":{"amount":"480000.00","currency":"PEN"},"origin":"AGENTS","recommendation":"RECOMMENDED",\
            "opinions":[{"opinion":"VIABLE","cost":{"amount":"480000.00","currency":"PEN"},\
            "explanation":"Hay caudal en época seca.","at":"2016-04-20T15:00:00Z"}]}]}""";

    private final ThemeDossier dossier;
    private final Rounds rounds;

    DossierResource(ThemeDossier dossier, Rounds rounds) {
        this.dossier = dossier;
        this.rounds = rounds;
    }

    @Schema(name = "RankedTheme")
    record ThemeView(UUID option, String title, int rank) {}

    @Schema(name = "GivenOpinion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpinionView(Opinion opinion, @Nullable Soles cost, String explanation, Instant at) {}

    /** @param theme absent where the project serves none that was ranked */
    @Schema(name = "ProjectSheet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SheetView(
            UUID option,
            String title,
            @Nullable ThemeView theme,
            @Nullable Soles cost,
            String origin,
            ThemeDossier.Recommendation recommendation,
            List<OpinionView> opinions) {}

    @Schema(name = "Dossier")
    record DossierView(List<SheetView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the dossier of a round",
            description = "Each project on the ballot with the theme it serves, in the order in which the themes were"
                    + " ranked, the technical opinions on it, and what they recommend.")
    @APIResponse(
            responseCode = "200",
            description = "The projects, theme by theme",
            content =
                    @Content(
                            schema = @Schema(implementation = DossierView.class),
                            examples = @ExampleObject(name = "dossier", value = DOSSIER)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public DossierView readDossier(@PathParam("round") UUID id) {
        return new DossierView(
                dossier.of(rounds.known(id)).stream().map(DossierResource::view).toList());
    }

    private static SheetView view(ThemeDossier.Sheet sheet) {
        var theme = sheet.theme();
        return new SheetView(
                sheet.option(),
                sheet.title(),
                theme == null ? null : new ThemeView(theme.option(), theme.title(), theme.rank()),
                sheet.cost(),
                sheet.origin(),
                sheet.recommendation(),
                sheet.opinions().stream().map(DossierResource::view).toList());
    }

    private static OpinionView view(TechnicalOpinions.Given given) {
        return new OpinionView(given.opinion(), given.cost(), given.explanation(), given.at());
    }
}
