package pe.minka.testkit.broken.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import pe.minka.platform.runtime.caller.Scope;

@Path("/v1/leaky")
class LeakyResource {

    record Body(String word) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    public Body readBody() {
        return new Body("word");
    }
}
