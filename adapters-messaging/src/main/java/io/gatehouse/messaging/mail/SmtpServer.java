package io.gatehouse.messaging.mail;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail server and how to connect to it.
 *
 * @param port usually 587 with STARTTLS, 465 with implicit TLS (RFC 8314)
 * @param login null if the server requires no authentication
 */
public record SmtpServer(
        String host, int port, Security security, @Nullable Login login) {

    /** How the connection to the server is protected. */
    public enum Security {
        NONE,
        /** Opportunistic TLS without certificate checks: protects from eavesdropping, not from an active attacker. */
        STARTTLS_IF_OFFERED,
        /** Starts unencrypted and upgrades; fails if the server offers no TLS. */
        STARTTLS,
        /** Implicit TLS. */
        TLS
    }

    /** Credentials for the server. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    /**
     * Properties of Jakarta Mail. With {@code STARTTLS} and {@code TLS}, neither credentials nor mail are sent to a
     * server without a valid certificate for {@code host}.
     */
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
