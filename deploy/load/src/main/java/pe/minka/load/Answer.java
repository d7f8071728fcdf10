package pe.minka.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What an HTTP answer says, read where it lies: the client shares the cores with what it measures. */
final class Answer {

    static final byte[] CONTENT_LENGTH = name("content-length: ");
    static final byte[] RETRY_AFTER = name("retry-after: ");
    static final byte[] CLOSING = name("connection: close");

    private Answer() {}

    private static byte[] name(String text) {
        return ("\n" + text).getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the body begins; negative until all headers have come. */
    static int headersEnd(ByteBuffer in) {
        var bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The three digits behind {@code HTTP/1.1}. */
    static int status(ByteBuffer in) {
        return number(in, "HTTP/1.1 ".length());
    }

    static boolean has(ByteBuffer in, int headersEnd, byte[] header) {
        return find(in, headersEnd, header) >= 0;
    }

    /** Zero where there is no such header. */
    static int number(ByteBuffer in, int headersEnd, byte[] header) {
        int at = find(in, headersEnd, header);
        return at < 0 ? 0 : number(in, at + header.length);
    }

    private static int number(ByteBuffer in, int from) {
        int number = 0;
        for (int i = from; Character.isDigit(in.get(i)); i++) {
            number = 10 * number + in.get(i) - '0';
        }
        return number;
    }

    private static int find(ByteBuffer in, int headersEnd, byte[] header) {
        for (int i = 0; i + header.length <= headersEnd; i++) {
            if (in.get(i) == '\n' && matches(in, i, header)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(ByteBuffer in, int at, byte[] header) {
        for (int i = 1; i < header.length; i++) {
            if (Character.toLowerCase(in.get(at + i)) != header[i]) {
                return false;
            }
        }
        return true;
    }
}
