package pe.minka.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Set;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** How the code of a service is built. Each rule has a class in the testkit's own tests that breaks it. */
final class ArchitectureRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final Set<String> BEANS = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.inject.Singleton",
            "jakarta.interceptor.Interceptor",
            "jakarta.ws.rs.ext.Provider",
            "io.quarkus.runtime.annotations.RegisterForReflection",
            PATH);
    private static final Set<String> VERBS = Set.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private ArchitectureRules() {}

    /** A service shares no class with another one but those of the platform and the rules. */
    static ArchRule dependsOnNoOtherService(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("pe.minka..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage(rootPackage + "..", "pe.minka.platform..", "pe.minka.rules.."))))
                .as("no class knows another service");
    }

    static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that(describe("are of the domain", ArchitectureRules::isDomain))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "io.agroal..", "java.sql..", "javax.sql.."))
            .as("a class of the domain knows no HTTP, no SQL and no Quarkus");

    static final ArchRule BODIES_STAY_IN_THEIR_RESOURCE = noClasses()
            .should(new ArchCondition<JavaClass>("use what is nested in a resource") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isNestedInResource(dependency.getTargetClass()))
                            .filter(dependency ->
                                    !top(dependency.getTargetClass()).equals(top(item)))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription())));
                }
            })
            .as("the request and response records of a resource never leave it");

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .as("what a bean needs comes through its constructor");

    static final ArchRule ONE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("asks the machine for the time", ArchitectureRules::asksTheMachine))
            .as("the time comes from the injected Clock");

    static final ArchRule NO_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are of the time before java.time",
                    type -> Set.of(
                                    "java.util.Date",
                                    "java.util.Calendar",
                                    "java.util.GregorianCalendar",
                                    "java.sql.Date",
                                    "java.sql.Time",
                                    "java.sql.Timestamp",
                                    "java.text.SimpleDateFormat")
                            .contains(type.getName())))
            .as("dates and times are those of java.time");

    static final ArchRule NO_FLOATING_POINT_FIELDS = noFields()
            .should()
            .haveRawType(describe("floating point", type -> FLOATING.contains(type.getName())))
            .as("no field is a floating-point number: money, votes and shares are exact");

    static final ArchRule NO_FLOATING_POINT_SIGNATURES = noCodeUnits()
            .that(describe("are written by hand", unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC)))
            .should(new ArchCondition<JavaCodeUnit>("take or give a floating-point number") {
                @Override
                public void check(JavaCodeUnit item, ConditionEvents events) {
                    if (FLOATING.contains(item.getRawReturnType().getName())
                            || item.getRawParameterTypes().stream()
                                    .anyMatch(type -> FLOATING.contains(type.getName()))) {
                        events.add(SimpleConditionEvent.satisfied(item, item.getDescription()));
                    }
                }
            })
            .as("no method takes or gives a floating-point number");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)")
            .as("no class is called Util, Helper, Manager, Impl or Dto");

    static final ArchRule TRANSACTIONS_ARE_SEEN = methods()
            .that()
            .areAnnotatedWith(TRANSACTIONAL)
            .should(new ArchCondition<JavaMethod>("be a method of a bean that is not private") {
                @Override
                public void check(JavaMethod item, ConditionEvents events) {
                    boolean seen =
                            isBean(item.getOwner()) && !item.getModifiers().contains(JavaModifier.PRIVATE);
                    events.add(new SimpleConditionEvent(item, seen, item.getDescription()));
                }
            })
            .as("@Transactional stands where it has an effect")
            .allowEmptyShould(true);

    static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE = classes()
            .that()
            .areAnnotatedWith(ENTITY)
            .should()
            .notBePublic()
            .as("an entity is known in its own package only")
            .allowEmptyShould(true);

    static final ArchRule OPERATIONS_SAY_WHO_MAY_CALL_THEM = methods()
            .that(describe("are operations", ArchitectureRules::isOperation))
            .should(new ArchCondition<JavaMethod>("be annotated with roles and scope") {
                @Override
                public void check(JavaMethod item, ConditionEvents events) {
                    boolean roles = annotated(item, "jakarta.annotation.security.RolesAllowed")
                            || annotated(item, "jakarta.annotation.security.PermitAll");
                    boolean scope = annotated(item, "pe.minka.platform.runtime.caller.Scope");
                    events.add(new SimpleConditionEvent(item, roles && scope, item.getDescription()));
                }
            })
            .as("each operation says who may call it, and for what")
            .allowEmptyShould(true);

    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .as("nothing is printed");

    private static boolean annotated(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    private static boolean isOperation(JavaMethod method) {
        return VERBS.stream().anyMatch(method::isAnnotatedWith);
    }

    private static boolean isDomain(JavaClass type) {
        return !isBean(top(type))
                && !type.isAnonymousClass()
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isBean(JavaClass type) {
        return BEANS.stream().anyMatch(type::isAnnotatedWith);
    }

    private static boolean isNestedInResource(JavaClass type) {
        return type.getEnclosingClass().isPresent() && top(type).isAnnotatedWith(PATH);
    }

    private static JavaClass top(JavaClass type) {
        var current = type;
        while (current.getEnclosingClass().isPresent()) {
            current = current.getEnclosingClass().get();
        }
        return current;
    }

    private static boolean asksTheMachine(JavaAccess<?> call) {
        var target = (AccessTarget.CodeUnitAccessTarget) call.getTarget();
        var owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        boolean ownClock = owner.equals("java.time.Clock") && target.getName().startsWith("system");
        boolean millis = owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        return now || ownClock || millis;
    }
}
