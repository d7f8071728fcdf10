package pe.minka.testkit.broken.service;

import jakarta.ws.rs.core.Response;

final class DomainThatAnswersRequests {

    private DomainThatAnswersRequests() {}

    static Response decide() {
        return Response.ok().build();
    }
}
