package pe.minka.testkit.promises;

import io.quarkus.test.junit.QuarkusTest;
import pe.minka.testkit.ContractGoldenIT;
import pe.minka.testkit.Project;
import pe.minka.testkit.WithMinkaStack;

import java.nio.file.Path;

@QuarkusTest
@WithMinkaStack
class AssemblyContractIT extends ContractGoldenIT {

    @Override
    protected Path published() {
        return Project.module().resolve("src/test/resources/contracts/assembly.yaml");
    }

    @Override
    protected String rootPackage() {
        return "pe.minka.testkit.assembly";
    }
}
