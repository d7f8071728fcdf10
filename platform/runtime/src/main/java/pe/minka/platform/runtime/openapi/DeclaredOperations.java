package pe.minka.platform.runtime.openapi;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations as their methods are annotated, by their operation ids (the methods' names). */
final class DeclaredOperations {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName ROLES_ALLOWED = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName SCOPE = DotName.createSimple("pe.minka.platform.runtime.caller.Scope");
    private static final DotName IDEMPOTENT = DotName.createSimple("pe.minka.platform.runtime.idempotency.Idempotent");
    private static final List<DotName> CHANGING = Stream.of("POST", "PUT", "PATCH", "DELETE")
            .map(method -> DotName.createSimple("jakarta.ws.rs." + method))
            .toList();
    private static final List<DotName> READING = Stream.of("GET", "HEAD")
            .map(method -> DotName.createSimple("jakarta.ws.rs." + method))
            .toList();

    private final Map<String, Declared> byName = new HashMap<>();

    private DeclaredOperations() {}

    static DeclaredOperations in(IndexView index) {
        var result = new DeclaredOperations();
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                result.read(path.target().asClass());
            }
        }
        return result;
    }

    @Nullable
    Declared find(@Nullable String operationId) {
        return byName.get(operationId);
    }

    private void read(ClassInfo resource) {
        for (MethodInfo method : resource.methods()) {
            boolean changes = CHANGING.stream().anyMatch(method::hasDeclaredAnnotation);
            if (changes || READING.stream().anyMatch(method::hasDeclaredAnnotation)) {
                byName.put(method.name(), declared(method, changes));
            }
        }
    }

    private static Declared declared(MethodInfo method, boolean changes) {
        var open = method.hasDeclaredAnnotation(PERMIT_ALL)
                || (method.declaringClass().hasDeclaredAnnotation(PERMIT_ALL)
                        && !method.hasDeclaredAnnotation(ROLES_ALLOWED));
        var roles = open ? null : annotation(method, ROLES_ALLOWED);
        var scope = annotation(method, SCOPE);
        return new Declared(
                roles == null ? List.of() : List.of(roles.value().asStringArray()),
                scope == null ? "" : scope.value().asString(),
                annotation(method, IDEMPOTENT) != null,
                changes);
    }

    private static @Nullable AnnotationInstance annotation(MethodInfo method, DotName name) {
        var own = method.declaredAnnotation(name);
        return own == null ? method.declaringClass().declaredAnnotation(name) : own;
    }

    /**
     * @param roles empty where no token is needed
     * @param scope how far they reach; empty where the method does not say
     */
    record Declared(List<String> roles, String scope, boolean idempotent, boolean changes) {

        boolean needsToken() {
            return !roles.isEmpty();
        }

        List<String> rolesWithScope() {
            return needsToken()
                    ? roles.stream().map(role -> role + "@" + scope).sorted().toList()
                    : List.of("anyone@public");
        }
    }
}
