package pe.minka.transparency;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.KeptTextsIT;
import pe.minka.testkit.WithMinkaStack;

@QuarkusTest
@WithMinkaStack
class TransparencyTextsIT extends KeptTextsIT {}
