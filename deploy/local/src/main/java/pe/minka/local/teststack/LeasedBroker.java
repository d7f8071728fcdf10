package pe.minka.local.teststack;

/** A Kafka broker of one lease, which may be stopped and started again over the same records on the same port. */
public final class LeasedBroker {

    private final TestStack stack;
    private final String bootstrapServers;

    LeasedBroker(TestStack stack, String bootstrapServers) {
        this.stack = stack;
        this.bootstrapServers = bootstrapServers;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Returns when the broker answers. */
    public void start() {
        stack.ask("broker-start " + bootstrapServers);
    }

    /** Returns when nobody listens any more. */
    public void stop() {
        stack.ask("broker-stop " + bootstrapServers);
    }
}
