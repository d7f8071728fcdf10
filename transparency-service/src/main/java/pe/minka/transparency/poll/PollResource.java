package pe.minka.transparency.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;

import java.util.List;

/** Closed polls of a process. */
@Path("/v1/processes/{process}/polls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls", description = "What citizens answered, by option and section")
class PollResource {

    private static final String POLLS = """
            {"items":[{"sections":2,"roll":120,"turnout":80,"blank":1,"options":[\
            {"option":"Ciudad saludable, limpia y verde","votes":61,"sections":[\
            {"section":"Sector 1","votes":40},{"section":"Sector 2","votes":21}]},\
            {"option":"Ciudad productiva","votes":18,"sections":[{"section":"Sector 1"},{"section":"Sector 2"}]}]}]}""";

    private final Statements database;
    private final ObjectReader tallies;

    PollResource(Statements database, ObjectMapper json) {
        this.database = database;
        this.tallies = json.readerFor(RoundTallied.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** @param votes absent where the cell is kept back, which does not mean that it is small itself */
    @Schema(name = "PollSection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionView(String section, @Nullable Integer votes) {}

    @Schema(name = "PollOption")
    record OptionView(String option, int votes, List<SectionView> sections) {}

    @Schema(name = "Poll")
    record PollView(int sections, int roll, int turnout, int blank, List<OptionView> options) {}

    @Schema(name = "Polls")
    record PollsView(List<PollView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the closed polls of a process",
            description = "By option and by the section that answered. Cells under five are kept back, and with them"
                    + " others, until those kept back tell nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The polls; none before the first is counted",
            content =
                    @Content(
                            schema = @Schema(implementation = PollsView.class),
                            examples = @ExampleObject(name = "polls", value = POLLS)))
    public PollsView listPolls(@PathParam("process") ProcessId process) {
        var rounds = database.list(
                "select body from read_model.fact where process = ? and kind = 'RoundTallied' order by at, subject",
                row -> read(row.getString(1)),
                process.value());
        return new PollsView(
                PollTally.of(rounds).stream().map(PollResource::view).toList());
    }

    private RoundTallied read(String body) {
        try {
            return tallies.readValue(body);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a fact cannot be read", altered);
        }
    }

    private static PollView view(PollTally poll) {
        return new PollView(
                poll.sections(),
                poll.roll(),
                poll.turnout(),
                poll.blank(),
                poll.options().stream()
                        .map(option -> new OptionView(
                                option.option(),
                                option.votes(),
                                option.bySection().entrySet().stream()
                                        .map(section -> new SectionView(section.getKey(), section.getValue()))
                                        .toList()))
                        .toList());
    }
}
