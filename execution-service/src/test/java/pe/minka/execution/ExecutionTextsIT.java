package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.KeptTextsIT;
import pe.minka.testkit.WithMinkaStack;

@QuarkusTest
@WithMinkaStack
class ExecutionTextsIT extends KeptTextsIT {}
