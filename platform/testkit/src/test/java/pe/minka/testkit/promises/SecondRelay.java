package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import java.lang.reflect.Method;

/** The relay of a second replica of the service: the same code over the same database, beside the first. */
final class SecondRelay {

    private final Object relay;

    SecondRelay(AgroalDataSource database, String brokers) throws ReflectiveOperationException {
        var type = Class.forName(
                "pe.minka.platform.runtime.events.OutboxRelay",
                true,
                Thread.currentThread().getContextClassLoader());
        var constructor = type.getDeclaredConstructor(AgroalDataSource.class, String.class, String.class);
        constructor.setAccessible(true);
        relay = constructor.newInstance(database, brokers, "assembly");
        call("start", StartupEvent.class, new StartupEvent());
    }

    void stop() throws ReflectiveOperationException {
        call("stop", ShutdownEvent.class, new ShutdownEvent());
    }

    private void call(String name, Class<?> parameter, Object argument) throws ReflectiveOperationException {
        Method method = relay.getClass().getDeclaredMethod(name, parameter);
        method.setAccessible(true);
        method.invoke(relay, argument);
    }
}
