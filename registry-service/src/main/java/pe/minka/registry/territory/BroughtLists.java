package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.imports.ImportJobs;
import pe.minka.platform.runtime.imports.ImportRequest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Takes a national list in hand: its job, and where its differences will stand. */
@ApplicationScoped
class BroughtLists {

    private final ImportJobs imports;
    private final ListDifferences differences;
    private final Caller caller;

    BroughtLists(ImportJobs imports, ListDifferences differences, Caller caller) {
        this.imports = imports;
        this.differences = differences;
        this.caller = caller;
    }

    /** One list for each job: the same key is the same list. */
    Response start(String kind, ImportRequest request, InputStream file) {
        var list = UUID.nameUUIDFromBytes(
                (caller.subject() + "/" + request.idempotencyKey).getBytes(StandardCharsets.UTF_8));
        var started = imports.start(kind, ListDifferences.NATION, Map.of("list", list.toString()), request, file);
        differences.brought(list, kind, request.dryRun);
        return Response.fromResponse(started)
                .header("Link", "</v1/territory-differences/" + list + ">; rel=\"differences\"")
                .build();
    }
}
