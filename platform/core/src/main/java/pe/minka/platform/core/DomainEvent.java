package pe.minka.platform.core;

/**
 * Something that happened, told to the other services. Named by a past participle; its record components are the
 * body that goes over the wire, and a promise: they are only ever added to.
 *
 * <p>The CloudEvents type is {@code minka.<service>.<name-in-kebab-case>.v1}.
 */
public interface DomainEvent {

    /** What keeps the order: events of one key are delivered in the order of their transactions. */
    String key();

    /** The id of the thing the event is about. */
    String subject();
}
