package pe.minka.stories;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pe.minka.local.LocalStack;
import pe.minka.local.Progress;
import pe.minka.local.demo.Accounts;
import pe.minka.local.demo.PublicApi;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * One whole system for all stories of a run, fresh, on ports of its own, as {@code ./minka up} starts it. It ends with
 * the run; its logs stay under {@code target}.
 */
final class RunningSystem implements BeforeAllCallback, ParameterResolver {

    private static final int[] OFFSETS = {1, 2, 3, 4, 5, 10, 32, 92, 93};

    /** The system under test and the ways to reach it. */
    record Running(LocalStack stack, PublicApi api, Accounts accounts) implements AutoCloseable {

        URI address(String service) {
            return stack.addresses().of(service);
        }

        @Override
        public void close() {
            stack.down(Progress.SILENT);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningSystem.class))
                .getOrComputeIfAbsent("running", key -> start(), Running.class);
    }

    private static Running start() {
        var root = Path.of(System.getProperty("minka.root"));
        var stack = LocalStack.in(root)
                .home(root.resolve("deploy/system-tests/target/system"))
                .portBase(freeBase())
                .build();
        stack.reset(Progress.SILENT);
        if (!stack.up(Progress.SILENT)) {
            throw new IllegalStateException("a service is not built: run mvn verify from the root of the project");
        }
        var addresses = stack.addresses();
        var accounts = new Accounts(addresses.keycloak(), addresses.enrolmentSecret());
        return new Running(stack, new PublicApi(addresses::of, accounts), accounts);
    }

    private static int freeBase() {
        return IntStream.iterate(21_000, base -> base < 32_000, base -> base + 200)
                .filter(RunningSystem::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(int base) {
        for (int offset : OFFSETS) {
            try (var socket = new ServerSocket(base + offset)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
