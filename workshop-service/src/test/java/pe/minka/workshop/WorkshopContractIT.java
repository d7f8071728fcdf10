package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.ContractGoldenIT;
import pe.minka.testkit.WithMinkaStack;

@QuarkusTest
@WithMinkaStack
class WorkshopContractIT extends ContractGoldenIT {}
