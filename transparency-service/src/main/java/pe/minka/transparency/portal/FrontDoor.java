package pe.minka.transparency.portal;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The bare address of the service is the portal's home. */
@ApplicationScoped
class FrontDoor {

    private static final String HOME = "/procesos";

    void open(@Observes Router router) {
        router.get("/").handler(request -> {
            var query = request.request().query();
            request.reroute(query == null ? HOME : HOME + "?" + query);
        });
    }
}
