package pe.minka.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

/** Holds a service to the way all are built. A service extends it; nothing else is needed. */
public abstract class ArchitectureRulesTest {

    /** The package of the service. */
    protected String rootPackage() {
        return "pe.minka." + ModuleUnderTest.service();
    }

    @TestFactory
    Stream<DynamicTest> the_service_is_built_as_all_are() {
        JavaClasses classes = ModuleUnderTest.mainClasses(rootPackage());
        return rules(rootPackage()).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    static List<ArchRule> rules(String rootPackage) {
        return List.of(
                ArchitectureRules.dependsOnNoOtherService(rootPackage),
                ArchitectureRules.DOMAIN_KNOWS_NO_FRAMEWORK,
                ArchitectureRules.BODIES_STAY_IN_THEIR_RESOURCE,
                ArchitectureRules.NO_FIELD_INJECTION,
                ArchitectureRules.ONE_CLOCK,
                ArchitectureRules.NO_OLD_DATES,
                ArchitectureRules.NO_FLOATING_POINT_FIELDS,
                ArchitectureRules.NO_FLOATING_POINT_SIGNATURES,
                ArchitectureRules.NAMES_SAY_SOMETHING,
                ArchitectureRules.TRANSACTIONS_ARE_SEEN,
                ArchitectureRules.ENTITIES_STAY_IN_THEIR_PACKAGE,
                ArchitectureRules.OPERATIONS_SAY_WHO_MAY_CALL_THEM,
                ArchitectureRules.NOTHING_IS_PRINTED);
    }
}
