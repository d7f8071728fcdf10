package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The public log: append-only, signed, and provable to anyone. */
@Path("/v1/log")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Public log",
        description =
                "What was said in public cannot be unsaid unseen: an append-only Merkle log (RFC 6962) in tiles (C2SP "
                        + "tlog-tiles) with signed checkpoints.")
public class LogResource {

    private static final String NEVER_CHANGES = "public, max-age=31536000, immutable";
    private static final String PLAIN = MediaType.TEXT_PLAIN + ";charset=utf-8";
    private static final HexFormat HEX = HexFormat.of();

    private final LogStore store;
    private final LogKeys keys;

    LogResource(LogStore store, LogKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @GET
    @Path("/checkpoint")
    @Produces(PLAIN)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the checkpoint",
            description =
                    "Name of the log, number of entries and root hash, signed with Ed25519 (C2SP tlog-checkpoint). Keep the "
                            + "ones you saw: each later one must be consistent with them.")
    @APIResponse(
            responseCode = "200",
            description = "The signed note.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "checkpoint",
                                            value =
                                                    "minka.local/log\n2\nmo4Plsj7Tmj5VexGkN1gBCPpNWSHRHqAoJG4pBXxVGA=\n\n— minka.local/log m1Kkq0…\n")))
    public Response readCheckpoint() {
        return Response.ok(latest().note())
                .type(PLAIN)
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("/tile/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a tile",
            description =
                    "Hashes `tile/<level>/<index>[.p/<width>]`, or entries `tile/entries/<index>[.p/<width>]` each with its "
                            + "length in two bytes before it, as C2SP tlog-tiles has them. A tile never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The tile.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "tile", value = "32 bytes for each hash")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such tile, or not yet so wide")
    public Response readTile(
            @PathParam("tile")
                    @Parameter(
                            description =
                                    "Level or `entries`, index in groups of three digits, and the width of a partial tile.",
                            example = "0/000.p/2")
                    String tile) {
        var path = TilePath.of(tile).orElseThrow(() -> Problem.notFound().toException());
        var bytes = path.isEntries() ? entries(path) : hashes(path);
        return Response.ok(bytes).header("Cache-Control", NEVER_CHANGES).build();
    }

    private byte[] hashes(TilePath path) {
        var found = store.hashes(path.treeLevel(), path.first(), path.width());
        mustBeThere(path, found);
        var bytes = new ByteArrayOutputStream();
        found.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private byte[] entries(TilePath path) {
        var found = store.entries(path.first(), path.width());
        mustBeThere(path, found);
        var bytes = new ByteArrayOutputStream();
        for (LogStore.Entry entry : found) {
            bytes.write(entry.bytes().length >> 8);
            bytes.write(entry.bytes().length);
            bytes.writeBytes(entry.bytes());
        }
        return bytes.toByteArray();
    }

    private static void mustBeThere(TilePath path, List<?> found) {
        if (found.size() < path.width()) {
            throw Problem.notFound().toException();
        }
    }

    @GET
    @Path("/keys")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the keys of the log",
            description =
                    "All keys that ever signed, the newest first, in the form that verifiers take. Get them also from somewhere "
                            + "else: a log that lies could serve a lying key.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content =
                    @Content(
                            schema = @Schema(implementation = KeyList.class),
                            examples =
                                    @ExampleObject(
                                            name = "keys",
                                            value =
                                                    "{\"origin\":\"minka.local/log\",\"items\":[{\"keyId\":\"9b52a4ab\",\"verifierKey\":\"minka.local/log+9b52a4ab+AeQ…\",\"since\":\"2026-01-01T00:00:00Z\"}]}")))
    public KeyList readLogKeys() {
        return new KeyList(
                keys.origin(),
                keys.all().stream()
                        .map(key -> new Key(key.keyId(), key.verifierKey(), key.since()))
                        .toList());
    }

    @GET
    @Path("/entries")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Find entries",
            description =
                    "Entries in their order, of a process or of one subject: the commitment on a ballot receipt, an act, a "
                            + "round. With the index of an entry ask for its inclusion proof.")
    @APIResponse(
            responseCode = "200",
            description = "Entries; `next` is there while more follow.",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "entries",
                                            value =
                                                    "{\"items\":[{\"index\":41,\"kind\":\"ballot-committed\",\"subject\":\"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9\",\"leafHash\":\"96a2…\",\"entry\":{\"kind\":\"ballot-committed\"}}]}")))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    public EntryPage findLogEntries(
            @QueryParam("process") @Parameter(description = "Only of this process.") @Nullable ProcessId process,
            @QueryParam("subject")
                    @Parameter(
                            description = "Only of this subject, for example a commitment.",
                            example = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9")
                    @Nullable
                    String subject,
            @QueryParam("after")
                    @DefaultValue("-1")
                    @Min(-1)
                    @Parameter(description = "The index after which to go on.")
                    long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "How many at most.")
                    int limit) {
        var found = store.find(process == null ? null : process.value(), subject, after, limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new EntryPage(
                items.stream().map(LogResource::view).toList(),
                found.size() > limit ? items.get(items.size() - 1).index() : null);
    }

    private static LogItem view(LogStore.Entry entry) {
        return new LogItem(
                entry.index(),
                entry.kind(),
                entry.subject(),
                HEX.formatHex(Merkle.leafHash(entry.bytes())),
                new String(entry.bytes(), StandardCharsets.UTF_8));
    }

    @GET
    @Path("/proofs/inclusion")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Prove that an entry is in the log",
            description =
                    "The audit path of RFC 6962 from the leaf to the root of the tree of that size, the latest if none is named.")
    @APIResponse(
            responseCode = "200",
            description = "The proof, in hex.",
            content =
                    @Content(
                            schema = @Schema(implementation = InclusionProof.class),
                            examples =
                                    @ExampleObject(
                                            name = "proof",
                                            value =
                                                    "{\"index\":1,\"size\":2,\"leafHash\":\"96a296d2\",\"root\":\"fac54203\",\"path\":[\"6e340b9c\"]}")))
    @APIResponse(responseCode = "400", description = "`tree-size-unknown`, `invalid-request`")
    public InclusionProof proveInclusion(
            @QueryParam("index") @Min(0) @Parameter(description = "Index of the entry.", example = "1", required = true)
                    long index,
            @QueryParam("size") @Parameter(description = "Size of the tree.", example = "2") @Nullable Long size) {
        long leaves = sizeOf(size);
        if (index >= leaves) {
            throw Problem.badRequest("tree-size-unknown")
                    .with("size", latest().size())
                    .toException();
        }
        return new InclusionProof(
                index,
                leaves,
                HEX.formatHex(store.hash(0, index)),
                HEX.formatHex(Merkle.root(leaves, store::hash)),
                hex(Merkle.inclusion(index, leaves, store::hash)));
    }

    @GET
    @Path("/proofs/consistency")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Prove that the log only grew",
            description =
                    "That the tree of an earlier size is the beginning of a later one, the latest if none is named (RFC 6962).")
    @APIResponse(
            responseCode = "200",
            description = "The proof, in hex.",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsistencyProof.class),
                            examples =
                                    @ExampleObject(
                                            name = "proof",
                                            value =
                                                    "{\"from\":1,\"to\":2,\"fromRoot\":\"6e340b9c\",\"toRoot\":\"fac54203\",\"path\":[\"96a296d2\"]}")))
    @APIResponse(responseCode = "400", description = "`tree-size-unknown`, `invalid-request`")
    public ConsistencyProof proveConsistency(
            @QueryParam("from")
                    @Min(0)
                    @Parameter(description = "Size of the earlier tree.", example = "1", required = true)
                    long from,
            @QueryParam("to") @Parameter(description = "Size of the later tree.", example = "2") @Nullable Long to) {
        long later = sizeOf(to);
        if (from > later) {
            throw Problem.badRequest("tree-size-unknown")
                    .with("size", latest().size())
                    .toException();
        }
        return new ConsistencyProof(
                from,
                later,
                HEX.formatHex(Merkle.root(from, store::hash)),
                HEX.formatHex(Merkle.root(later, store::hash)),
                hex(Merkle.consistency(from, later, store::hash)));
    }

    private long sizeOf(@Nullable Long asked) {
        long latest = latest().size();
        if (asked != null && (asked < 0 || asked > latest)) {
            throw Problem.badRequest("tree-size-unknown").with("size", latest).toException();
        }
        return asked == null ? latest : asked;
    }

    private Checkpoint latest() {
        return store.latest().orElseThrow(() -> Problem.notFound().toException());
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HEX::formatHex).toList();
    }

    @Schema(name = "LogKeyList")
    record KeyList(
            @Schema(description = "The name that signatures are bound to.")
            String origin,

            List<Key> items) {}

    @Schema(name = "LogKey")
    record Key(
            String keyId,

            @Schema(description = "As C2SP signed-note has it: name, id and key.")
            String verifierKey,

            Instant since) {}

    @Schema(name = "LogEntryPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryPage(
            List<LogItem> items,

            @Schema(description = "To go on after.") @Nullable
            Long next) {}

    /** @param entry the very bytes that were hashed */
    @Schema(name = "LogEntry")
    record LogItem(
            long index,
            String kind,
            String subject,
            String leafHash,

            @Schema(type = SchemaType.OBJECT, description = "Exactly the bytes that were hashed.") @JsonRawValue
            String entry) {}

    @Schema(name = "InclusionProof")
    record InclusionProof(long index, long size, String leafHash, String root, List<String> path) {}

    @Schema(name = "ConsistencyProof")
    record ConsistencyProof(long from, long to, String fromRoot, String toRoot, List<String> path) {}
}
