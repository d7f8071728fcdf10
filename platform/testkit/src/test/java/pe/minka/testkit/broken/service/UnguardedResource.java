package pe.minka.testkit.broken.service;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import pe.minka.platform.runtime.caller.Scope;

@Path("/v1/unguarded")
class UnguardedResource {

    @DELETE
    @Scope(Scope.ANY)
    public void removeAll() {}
}
