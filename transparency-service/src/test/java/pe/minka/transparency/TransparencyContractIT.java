package pe.minka.transparency;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.ContractGoldenIT;
import pe.minka.testkit.WithMinkaStack;

@QuarkusTest
@WithMinkaStack
class TransparencyContractIT extends ContractGoldenIT {}
