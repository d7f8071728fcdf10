package pe.minka.testkit.broken.service;

import java.time.Instant;

final class AsksTheMachine {

    private AsksTheMachine() {}

    static Instant now() {
        return Instant.now();
    }
}
