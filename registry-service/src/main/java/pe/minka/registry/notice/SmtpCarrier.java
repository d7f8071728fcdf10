package pe.minka.registry.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;

/**
 * Hands letters to a mail server over one connection. SMTP promises at least once: when the connection breaks after the
 * message and before the answer nobody knows whether it was taken. The second attempt carries the same Message-ID, by
 * which mailboxes recognise it. For one thread.
 */
final class SmtpCarrier implements AutoCloseable {

    private static final String TIMEOUT_MILLIS = "20000";
    private final MailServer server;
    private final Session session;
    private @Nullable Transport connection;

    SmtpCarrier(MailServer server) {
        this.server = server;
        var settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.starttls.enable", String.valueOf(server.starttls()));
        settings.put("mail.smtp.starttls.required", String.valueOf(server.starttls()));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.auth", String.valueOf(server.username() != null));
        session = Session.getInstance(settings);
    }

    boolean configured() {
        return server.host() != null;
    }

    /** Whether the server answers, connecting where that was not done yet. */
    boolean connected() {
        if (connection != null) {
            return true;
        }
        try {
            var fresh = session.getTransport("smtp");
            fresh.connect(server.host(), server.port(), server.username(), server.password());
            connection = fresh;
            return true;
        } catch (MessagingException away) {
            return false;
        }
    }

    Carried carry(Letter letter, String address) {
        if (!connected() || connection == null) {
            return new Carried.Unreachable();
        }
        try {
            var recipient = new InternetAddress(address, true);
            connection.sendMessage(message(letter, recipient), new InternetAddress[] {recipient});
            return new Carried.Accepted(identity(letter.delivery()));
        } catch (AddressException malformed) {
            return new Carried.Refused("address-malformed");
        } catch (SendFailedException refused) {
            return answered(refused);
        } catch (MessagingException broken) {
            close();
            return new Carried.Deferred("connection-broken");
        }
    }

    /** By the code of the server's answer, which is looked for in the whole chain. */
    private Carried answered(SendFailedException refused) {
        int code = 0;
        for (Exception each = refused;
                each != null;
                each = each instanceof MessagingException next ? next.getNextException() : null) {
            if (each instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (each instanceof SMTPSendFailedException message && code == 0) {
                code = message.getReturnCode();
            }
        }
        if (code == 421 || code == 0) {
            close();
        }
        return code >= 500 ? new Carried.Refused("smtp-" + code) : new Carried.Deferred("smtp-" + code);
    }

    private MimeMessage message(Letter letter, InternetAddress recipient) throws MessagingException {
        var message = new Identified(session, identity(letter.delivery()));
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, recipient);
        // a line break would begin a header of its own
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ROOT)
                        .format(letter.at().atZone(Peru.TIME)));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.calendar() == null) {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            var text = new MimeBodyPart();
            text.setText(letter.text(), StandardCharsets.UTF_8.name());
            var calendar = new MimeBodyPart();
            calendar.setText(letter.calendar(), StandardCharsets.UTF_8.name(), "calendar");
            calendar.setFileName("minka.ics");
            message.setContent(new MimeMultipart(text, calendar));
        }
        message.saveChanges();
        return message;
    }

    /** The same in each attempt. */
    private String identity(UUID delivery) {
        return "<" + delivery + "@" + server.from().substring(server.from().indexOf('@') + 1) + ">";
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (MessagingException goneAlready) {
            // what is broken is closed
        } finally {
            connection = null;
        }
    }

    /** Keeps the identity it was given; the library would make a new one in each attempt. */
    private static final class Identified extends MimeMessage {

        private final String identity;

        Identified(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
