package pe.minka.workshop.result;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.workshop.ballot.PublicBallots;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.Rounds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The public record of a round: all files that the verifier program reads, in one. */
@Path("/v1/rounds/{round}/public-record")
@Tag(name = "Results")
class PublicRecordResource {

    private final RoundRecords records;
    private final PublicBallots ballots;
    private final PublishedRoll roll;
    private final Rounds rounds;

    PublicRecordResource(RoundRecords records, PublicBallots ballots, PublishedRoll roll, Rounds rounds) {
        this.records = records;
        this.ballots = ballots;
        this.roll = roll;
        this.rounds = rounds;
    }

    @GET
    @Produces("application/zip")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Download the public record",
            description = "Declaration, result act, ballots, commitments and roll of a closed round, as far as they are"
                    + " there yet: `declaration.json`, `result-act.json`, `ballots.pb`, `commitments.txt`, and `roll.txt`"
                    + " where agents vote: agent, seat and zone as they stood at the close, by random ids. The program in"
                    + " `verifier/` checks them without asking any service.")
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "zip", value = "PK")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-closed`")
    public Response downloadPublicRecord(@PathParam("round") UUID id) {
        var round = rounds.known(id);
        ballots.mustBeOver(round);
        StreamingOutput content = out -> write(round, out);
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".zip\"")
                .build();
    }

    private void write(Round round, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        write(zip, "declaration.json", RoundRecords.Kind.DECLARATION, round.round());
        write(zip, "result-act.json", RoundRecords.Kind.RESULT_ACT, round.round());
        zip.putNextEntry(new ZipEntry("ballots.pb"));
        ballots.write(round, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("commitments.txt"));
        ballots.writeCommitments(round.round(), zip);
        zip.closeEntry();
        if (round.rule().ofAgents()) {
            zip.putNextEntry(new ZipEntry("roll.txt"));
            roll.write(round.round(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void write(ZipOutputStream zip, String name, RoundRecords.Kind kind, UUID round) throws IOException {
        var kept = records.find(kind, round);
        if (kept.isPresent()) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(kept.get().document().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
