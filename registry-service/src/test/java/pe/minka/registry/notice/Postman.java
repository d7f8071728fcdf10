package pe.minka.registry.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real mail server with moods: an address that begins with {@code later} is put off once, one that begins with
 * {@code never} is refused for good.
 */
final class Postman implements AutoCloseable {

    /** A message that the server took on itself. */
    record Received(String to, MimeMessage message) {

        String header(String name) {
            try {
                var values = message.getHeader(name);
                return values == null ? "" : values[0];
            } catch (MessagingException unread) {
                throw new AssertionError(unread);
            }
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final SMTPServer server;

    Postman() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    MailServer address() {
        return new MailServer("127.0.0.1", server.getPortAllocated(), null, null, false, "avisos@muni.example");
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private String to = "";

        Handler(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            to = recipient;
            int attempt = attempts.computeIfAbsent(recipient, each -> new AtomicInteger())
                    .incrementAndGet();
            if (recipient.startsWith("later") && attempt == 1) {
                throw new RejectException(450, "mailbox busy: " + recipient);
            }
            if (recipient.startsWith("never")) {
                throw new RejectException(550, "no such mailbox: " + recipient);
            }
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                received.add(new Received(to, new MimeMessage(Session.getInstance(new Properties()), data)));
            } catch (MessagingException unread) {
                throw new IOException(unread);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
