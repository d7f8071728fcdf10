package pe.minka.testkit;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The smallest service keeps every rule. */
class AssemblyArchitectureTest {

    @Test
    void the_smallest_service_keeps_every_rule() {
        var classes = new ClassFileImporter().importPackages("pe.minka.testkit.assembly");

        ArchitectureRulesTest.rules("pe.minka.testkit.assembly").forEach(rule -> rule.check(classes));
    }
}
