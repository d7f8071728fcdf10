package pe.minka.testkit.promises;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;

/** Breaks off the import at work after its batch, as a service that stops does, and lets it go on. */
final class WorkerSwitch {

    private WorkerSwitch() {}

    static void stopping(boolean stopping) throws ReflectiveOperationException {
        var type = Class.forName(
                "pe.minka.platform.runtime.imports.ImportRun",
                true,
                Thread.currentThread().getContextClassLoader());
        var run = ClientProxy.unwrap(Arc.container().select(type).get());
        var field = type.getDeclaredField("stopping");
        field.setAccessible(true);
        field.setBoolean(run, stopping);
    }
}
