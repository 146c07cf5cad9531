package io.gatehouse.messaging.mail;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes our mails.
 *
 * @param port usually 587 with STARTTLS, 465 with TLS from the first byte (RFC 8314)
 * @param login null if it takes mails from anybody
 */
public record SmtpServer(
        String host, int port, Security security, @Nullable Login login) {

    /** How the way to the server is kept from being overheard. */
    public enum Security {
        NONE,
        /** Only from those who merely listen: whoever the server pretends to be, it is taken for the one we want. */
        STARTTLS_IF_OFFERED,
        /** Begins in clear, and goes no further if the server offers no TLS. */
        STARTTLS,
        TLS
    }

    /** Who we are to the server. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    /** As Jakarta Mail names them. Where TLS is demanded, a server that cannot prove to be {@code host} gets nothing from us. */
    Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(login != null));
        switch (security) {
            case NONE -> {}
            case STARTTLS_IF_OFFERED -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.ssl.trust", "*");
                properties.put("mail.smtp.ssl.checkserveridentity", "false");
            }
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return properties;
    }
}
