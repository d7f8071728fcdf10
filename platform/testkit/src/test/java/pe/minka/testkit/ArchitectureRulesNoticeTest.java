package pe.minka.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule that nothing ever broke may be one that sees nothing: each has a class here that breaks it. */
class ArchitectureRulesNoticeTest {

    private static final String BROKEN = "pe.minka.testkit.broken.service";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BROKEN);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ArchitectureRules.dependsOnNoOtherService(BROKEN), "KnowsAnotherService"),
                Arguments.of(ArchitectureRules.DOMAIN_KNOWS_NO_FRAMEWORK, "DomainThatAnswersRequests"),
                Arguments.of(ArchitectureRules.BODIES_STAY_IN_THEIR_RESOURCE, "TakesABody"),
                Arguments.of(ArchitectureRules.NO_FIELD_INJECTION, "InjectsFields"),
                Arguments.of(ArchitectureRules.ONE_CLOCK, "AsksTheMachine"),
                Arguments.of(ArchitectureRules.NO_OLD_DATES, "OldDate"),
                Arguments.of(ArchitectureRules.NO_FLOATING_POINT_FIELDS, "FloatingMoney"),
                Arguments.of(ArchitectureRules.NO_FLOATING_POINT_SIGNATURES, "FloatingShare"),
                Arguments.of(ArchitectureRules.NAMES_SAY_SOMETHING, "DistrictHelper"),
                Arguments.of(ArchitectureRules.TRANSACTIONS_ARE_SEEN, "HiddenTransaction"),
                Arguments.of(ArchitectureRules.ENTITIES_STAY_IN_THEIR_PACKAGE, "PublicEntity"),
                Arguments.of(ArchitectureRules.OPERATIONS_SAY_WHO_MAY_CALL_THEM, "UnguardedResource"),
                Arguments.of(ArchitectureRules.NOTHING_IS_PRINTED, "Prints"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_notices_the_class_that_breaks_it_and_no_other(ArchRule rule, String culprit) {
        var details = rule.evaluate(CLASSES).getFailureReport().getDetails();

        assertThat(details).isNotEmpty().allSatisfy(detail -> assertThat(detail).contains(BROKEN + "." + culprit));
    }

    @Test
    void each_rule_has_a_class_that_breaks_it() {
        var tried =
                rules().map(each -> ((ArchRule) each.get()[0]).getDescription()).toList();

        assertThat(ArchitectureRulesTest.rules(BROKEN))
                .extracting(ArchRule::getDescription)
                .hasSameElementsAs(tried);
    }
}
