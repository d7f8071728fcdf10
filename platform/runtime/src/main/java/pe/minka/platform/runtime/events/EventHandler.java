package pe.minka.platform.runtime.events;

/**
 * Takes in one type of event of another service. Each event takes effect once, inside the transaction of its batch;
 * events of one key come in order, events of different topics do not. A handler never calls out.
 *
 * @param <E> this service's own record of the event, with only the fields it reads
 */
public interface EventHandler<E> {

    /** For example {@code minka.registry.agent-accredited.v1}. */
    String type();

    Class<E> payload();

    void on(E event, EventMetadata metadata);
}
