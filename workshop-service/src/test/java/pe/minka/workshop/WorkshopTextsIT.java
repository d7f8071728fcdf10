package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.KeptTextsIT;
import pe.minka.testkit.WithMinkaStack;

import java.util.Set;

@QuarkusTest
@WithMinkaStack
class WorkshopTextsIT extends KeptTextsIT {

    @Override
    protected Set<String> judgedItemByItem() {
        return Set.of("POST /v1/rounds/{round}/offline-envelopes");
    }
}
