package pe.minka.workshop.channel;

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
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** How many voted over which channel, by the hour. How they voted appears with the count alone. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Turnout", description = "Voters by channel and hour; no partial result")
class TurnoutResource {

    private final Statements statements;
    private final Polling polling;

    TurnoutResource(Statements statements, Polling polling) {
        this.statements = statements;
        this.polling = polling;
    }

    @Schema(name = "TurnoutOfChannel")
    record ChannelView(Channel channel, int voters) {}

    @Schema(name = "TurnoutOfChannelAndHour")
    record HourView(Instant hour, Channel channel, int voters) {}

    @Schema(name = "Turnout")
    record TurnoutView(UUID round, int voters, List<ChannelView> byChannel, List<HourView> byHour) {}

    @GET
    @Path("/rounds/{round}/turnout")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the turnout",
            description = "Voters struck off the roll, by channel and by the hour, while the round is open too.")
    @APIResponse(
            responseCode = "200",
            description = "The turnout",
            content =
                    @Content(
                            schema = @Schema(implementation = TurnoutView.class),
                            examples = @ExampleObject(name = "turnout", value = ChannelExamples.TURNOUT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public TurnoutView readTurnout(@PathParam("round") UUID round) {
        polling.known(round);
        var hours = statements.list(
                "select hour, channel, count(*) from strike_off where round = ? group by 1, 2 order by 1, 2",
                row -> new HourView(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Channel.valueOf(row.getString(2)),
                        row.getInt(3)),
                round);
        var channels = new TreeMap<Channel, Integer>();
        hours.forEach(hour -> channels.merge(hour.channel(), hour.voters(), Integer::sum));
        return new TurnoutView(
                round,
                hours.stream().mapToInt(HourView::voters).sum(),
                channels.entrySet().stream()
                        .map(each -> new ChannelView(each.getKey(), each.getValue()))
                        .toList(),
                hours);
    }
}
