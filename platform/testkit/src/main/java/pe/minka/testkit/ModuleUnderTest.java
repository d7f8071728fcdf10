package pe.minka.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.nio.file.Path;

/** The module whose tests run, and what follows from its name. */
final class ModuleUnderTest {

    private ModuleUnderTest() {}

    /** {@code registry} for the module {@code registry-service}. */
    static String service() {
        return Project.module().getFileName().toString().replaceFirst("-service$", "");
    }

    static JavaClasses mainClasses(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    static Path sources() {
        return Project.module().resolve("src/main/java");
    }
}
