package pe.minka.testkit.promises;

import org.jspecify.annotations.Nullable;
import pe.minka.local.teststack.LeasedBroker;
import pe.minka.local.teststack.TestStack;
import pe.minka.testkit.SharedStack;

import java.util.Map;
import java.util.Objects;

/** The shared stack with a broker of its own, which the test stops and starts. */
public class OwnBroker extends SharedStack {

    private @Nullable LeasedBroker broker;

    @Override
    protected String brokers(TestStack lease) {
        var own = lease.createBroker();
        broker = own;
        return own.bootstrapServers();
    }

    /** Handed over as types of the JDK: test and resource may live in different class loaders. */
    @Override
    public void inject(TestInjector tests) {
        var own = Objects.requireNonNull(broker);
        Map<String, Runnable> switches = Map.of("stop", own::stop, "start", own::start);
        tests.injectIntoFields(switches, new TestInjector.MatchesType(Map.class));
    }
}
