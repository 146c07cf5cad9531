package io.gatehouse.bootstrap.messaging;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.MailerConfig;
import io.gatehouse.bootstrap.config.MailerConfig.StartTls;
import io.gatehouse.messaging.mail.Greeting;
import io.gatehouse.messaging.mail.SmtpServer;
import io.gatehouse.messaging.mail.SmtpServer.Login;
import io.gatehouse.messaging.mail.SmtpServer.Security;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the mail server from settings. */
public final class MailServer {

    /** The port for message submission (RFC 6409). */
    static final int SUBMISSION = 587;

    /** The port for message submission with implicit TLS (RFC 8314). */
    static final int SUBMISSION_WITH_TLS = 465;

    private MailServer() {}

    /** @return empty if no mail server is configured */
    public static Optional<SmtpServer> configured(MailerConfig config) {
        return config.host().map(host -> {
            var login = login(config);
            var security = security(config, login);
            var defaultPort = security == Security.TLS ? SUBMISSION_WITH_TLS : SUBMISSION;
            return new SmtpServer(host, config.port().orElse(defaultPort), security, login);
        });
    }

    /** @throws InvalidConfigurationException if the configured name cannot be one */
    public static Greeting greeting(MailerConfig config) {
        try {
            return config.ehlo().map(Greeting::of).orElseGet(Greeting::ofThisHost);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidConfigurationException("gatehouse.mailer.ehlo: " + invalid.getMessage());
        }
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
