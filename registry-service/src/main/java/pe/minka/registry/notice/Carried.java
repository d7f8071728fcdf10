package pe.minka.registry.notice;

/** What came of handing one message over. Codes only: what a server answers may repeat an address. */
sealed interface Carried {

    /** The server has taken the message on itself. */
    record Accepted(String evidence) implements Carried {}

    /** Not now; worth another attempt. */
    record Deferred(String code) implements Carried {}

    /** Never: the address is none, or the message is refused for good. */
    record Refused(String code) implements Carried {}

    /** Nobody answers: no fault of this message, which was not handed over. */
    record Unreachable() implements Carried {}
}
