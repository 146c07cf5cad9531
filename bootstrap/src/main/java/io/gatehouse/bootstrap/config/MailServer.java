package io.gatehouse.bootstrap.config;

import io.gatehouse.bootstrap.config.MailerConfig.StartTls;
import io.gatehouse.messaging.mail.SmtpServer;
import io.gatehouse.messaging.mail.SmtpServer.Login;
import io.gatehouse.messaging.mail.SmtpServer.Security;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail server as the configuration tells it. */
public final class MailServer {

    /** Where mail is submitted (RFC 6409), and where it is with TLS from the first byte (RFC 8314). */
    static final int SUBMISSION = 587;

    static final int SUBMISSION_WITH_TLS = 465;

    private MailServer() {}

    /** @return empty if there is none */
    public static Optional<SmtpServer> configured(MailerConfig config) {
        return config.host().map(host -> {
            var login = login(config);
            var security = security(config, login);
            var usual = security == Security.TLS ? SUBMISSION_WITH_TLS : SUBMISSION;
            return new SmtpServer(host, config.port().orElse(usual), security, login);
        });
    }

    private static @Nullable Login login(MailerConfig config) {
        return config.username()
                .flatMap(user -> config.password().map(password -> new Login(user, password)))
                .orElse(null);
    }

    private static Security security(MailerConfig config, @Nullable Login login) {
        if (config.tls()) {
            return Security.TLS;
        }
        return switch (config.startTls().orElse(login == null ? StartTls.OPTIONAL : StartTls.REQUIRED)) {
            case REQUIRED -> Security.STARTTLS;
            case OPTIONAL -> Security.STARTTLS_IF_OFFERED;
            case DISABLED -> Security.NONE;
        };
    }
}
