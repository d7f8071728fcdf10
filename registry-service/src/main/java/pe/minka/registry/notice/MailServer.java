package pe.minka.registry.notice;

import org.jspecify.annotations.Nullable;

/**
 * Where e-mail is handed over.
 *
 * @param host absent where the deployment has none
 * @param starttls whether the connection must be encrypted before anything is said
 */
record MailServer(
        @Nullable String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        boolean starttls,
        String from) {

    @Override
    public String toString() {
        return "mail server";
    }
}
