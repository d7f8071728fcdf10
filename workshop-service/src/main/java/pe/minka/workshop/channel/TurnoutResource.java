package pe.minka.workshop.channel;

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
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.ballot.Turnout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How many voted, by the hour and by channel, so that nobody is found. How they voted appears with the count alone. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Turnout", description = "Voters by hour and by channel; no partial result")
class TurnoutResource {

    private final Turnout turnout;
    private final Polling polling;

    TurnoutResource(Turnout turnout, Polling polling) {
        this.turnout = turnout;
        this.polling = polling;
    }

    /** @param voters absent where it is kept back */
    @Schema(name = "TurnoutOfChannel")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(Channel channel, @Nullable Integer voters) {}

    /** @param until the first instant after it: hours in which few came are told together */
    @Schema(name = "TurnoutOfHours")
    record HoursView(Instant hour, Instant until, int voters) {}

    @Schema(name = "Turnout")
    record TurnoutView(UUID round, int voters, List<ChannelView> byChannel, List<HoursView> byHour) {}

    @GET
    @Path("/rounds/{round}/turnout")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the turnout",
            description =
                    "Voters struck off the roll: in all and by hours while the round is open too, by channel once it"
                            + " is closed. Hours are told when they are over, those in which fewer than five came together with"
                            + " the next ones. A channel of fewer than five is kept back, with another one, and no answer tells"
                            + " hour and channel together. Of a round with very many voters the figures are some seconds old.")
    @APIResponse(
            responseCode = "200",
            description = "The turnout",
            content =
                    @Content(
                            schema = @Schema(implementation = TurnoutView.class),
                            examples = @ExampleObject(name = "turnout", value = ChannelExamples.TURNOUT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public TurnoutView readTurnout(@PathParam("round") UUID round) {
        var vote = polling.known(round);
        var figures = turnout.of(round, vote.isPrepared(), vote.isOver());
        return new TurnoutView(
                round,
                figures.voters(),
                figures.byChannel().stream()
                        .map(each -> new ChannelView(each.channel(), each.voters()))
                        .toList(),
                figures.periods().stream()
                        .map(each -> new HoursView(each.from(), each.until(), each.voters()))
                        .toList());
    }
}
