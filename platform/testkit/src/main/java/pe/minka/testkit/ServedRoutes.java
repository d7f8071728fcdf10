package pe.minka.testkit;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;

import java.util.Set;
import java.util.TreeSet;

/** The routes that the resources of a package serve, as a contract writes them: {@code GET /v1/processes/{process}}. */
final class ServedRoutes {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private ServedRoutes() {}

    static Set<String> of(String rootPackage) {
        var routes = new TreeSet<String>();
        for (JavaClass resource : ownClasses(rootPackage)) {
            if (resource.isAnnotatedWith(Path.class)) {
                for (JavaMethod method : resource.getMethods()) {
                    httpMethod(method).ifPresent(verb -> routes.add(verb + " " + path(resource, method)));
                }
            }
        }
        return routes;
    }

    /** Only what is named: inside a running service other classes are not files. */
    private static JavaClasses ownClasses(String rootPackage) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPackages(rootPackage);
        });
    }

    private static java.util.Optional<String> httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .filter(name -> name.startsWith("jakarta.ws.rs."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(VERBS::contains)
                .findFirst();
    }

    private static String path(JavaClass resource, JavaMethod method) {
        var own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        var whole = ("/" + resource.getAnnotationOfType(Path.class).value() + "/" + own)
                .replaceAll("/+", "/")
                .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }
}
