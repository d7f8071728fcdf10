package pe.minka.registry.notice;

/**
 * A provider of text messages. A deployment adds its own as a bean; without one nobody is written to by SMS and those
 * people stand on the list to print.
 */
public interface TextMessages {

    /** What the provider said. */
    enum Answer {
        TAKEN,
        LATER,
        NEVER
    }

    /**
     * Hands over one message, once: the provider is told the reference and must not send the same one twice.
     *
     * @param mobile nine digits; personal
     * @param reference of this delivery, the same in each attempt
     */
    Answer send(String mobile, String text, String reference);
}
