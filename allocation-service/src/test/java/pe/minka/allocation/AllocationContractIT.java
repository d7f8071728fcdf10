package pe.minka.allocation;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.ContractGoldenIT;
import pe.minka.testkit.WithMinkaStack;

@QuarkusTest
@WithMinkaStack
class AllocationContractIT extends ContractGoldenIT {}
