package pe.minka.load;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Random;

/**
 * An HTTP client that costs little: one thread, connections kept alive, requests made beforehand. It shares the cores
 * with what it measures.
 */
final class Wire implements AutoCloseable {

    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final long MICRO = 1_000;

    /** What is asked, and what becomes of it. */
    interface Talk {

        /** The next request, or null when there is none left. */
        @Nullable
        Ask next();

        /** @param micros from when it should have been sent to the last byte of the answer */
        void answered(Ask ask, int status, boolean retryAfter, String body, long micros);

        /** No answer came, or only a part of it. */
        void broken(Ask ask);
    }

    /** @param voter for the caller to know it again */
    record Ask(int voter, byte[] bytes) {}

    private final int port;
    private final Talk talk;
    private final Selector selector;
    /** The last one used is used first, as a proxy in front of the service does it. */
    private final ArrayDeque<Line> idle = new ArrayDeque<>();

    private int lines;
    private int waiting;

    Wire(int port, Talk talk) {
        this.port = port;
        this.talk = talk;
        try {
            this.selector = Selector.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One connection. */
    private static final class Line {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
        private @Nullable ByteBuffer out;
        private @Nullable Ask ask;
        private long due;

        private Line(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** As fast as so many connections get their answers, each one request after the other. */
    void closed(int connections, long nanos) {
        long end = System.nanoTime() + nanos;
        try {
            while (lines < connections) {
                idle.add(connect());
            }
            while (System.nanoTime() < end || waiting > 0) {
                boolean more = System.nanoTime() < end;
                while (more && !idle.isEmpty()) {
                    var ask = talk.next();
                    if (ask == null) {
                        end = 0;
                        break;
                    }
                    send(idle.remove(), ask, System.nanoTime());
                }
                turn(100);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** At a rate that does not ask whether answers come: arrivals are independent of each other. */
    void open(double perSecond, int mostConnections, long nanos, Random random) {
        long start = System.nanoTime();
        double due = 0;
        boolean more = true;
        try {
            while (more || waiting > 0) {
                long now = System.nanoTime() - start;
                while (more && due <= now) {
                    more = due < nanos && arrive(start + (long) due, mostConnections);
                    due += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
                }
                turn(1);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean arrive(long due, int mostConnections) throws IOException {
        var ask = talk.next();
        if (ask == null) {
            return false;
        }
        var line = idle.poll();
        if (line == null && lines >= mostConnections) {
            talk.broken(ask);
            return true;
        }
        send(line == null ? connect() : line, ask, due);
        return true;
    }

    private Line connect() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var line = new Line(channel);
        channel.register(selector, SelectionKey.OP_READ, line);
        lines++;
        return line;
    }

    private void send(Line line, Ask ask, long due) throws IOException {
        line.ask = ask;
        line.due = due;
        line.out = ByteBuffer.wrap(ask.bytes());
        waiting++;
        try {
            write(line);
        } catch (IOException gone) {
            lose(line);
        }
    }

    private void write(Line line) throws IOException {
        var out = line.out;
        if (out != null) {
            line.channel.write(out);
            boolean more = out.hasRemaining();
            line.channel.keyFor(selector).interestOps(SelectionKey.OP_READ | (more ? SelectionKey.OP_WRITE : 0));
            if (!more) {
                line.out = null;
            }
        }
    }

    private void turn(long millis) throws IOException {
        selector.select(millis);
        var keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            var key = keys.next();
            keys.remove();
            var line = (Line) key.attachment();
            try {
                if (key.isWritable()) {
                    write(line);
                }
                if (key.isReadable()) {
                    read(line);
                }
            } catch (IOException gone) {
                lose(line);
            }
        }
    }

    private void read(Line line) throws IOException {
        if (line.channel.read(line.in) < 0) {
            lose(line);
            return;
        }
        int headersEnd = Answer.headersEnd(line.in);
        if (headersEnd < 0) {
            return;
        }
        int length = Answer.number(line.in, headersEnd, Answer.CONTENT_LENGTH);
        if (line.in.position() < headersEnd + length) {
            return;
        }
        var ask = line.ask;
        int status = Answer.status(line.in);
        boolean retryAfter = Answer.has(line.in, headersEnd, Answer.RETRY_AFTER);
        boolean last = Answer.has(line.in, headersEnd, Answer.CLOSING);
        // a crowd is told the same again and again: what only says no is not kept
        var body = status < 300 ? new String(line.in.array(), headersEnd, length, StandardCharsets.UTF_8) : "";
        line.in.clear();
        line.ask = null;
        waiting--;
        if (last) {
            line.channel.close();
            lines--;
        } else {
            idle.push(line);
        }
        if (ask != null) {
            talk.answered(ask, status, retryAfter, body, (System.nanoTime() - line.due) / MICRO);
        }
    }

    private void lose(Line line) throws IOException {
        var ask = line.ask;
        line.channel.close();
        lines--;
        idle.remove(line);
        if (ask != null) {
            line.ask = null;
            waiting--;
            talk.broken(ask);
        }
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
