package io.gatehouse.bootstrap;

import io.gatehouse.messaging.mail.SmtpServer;
import io.gatehouse.messaging.mail.SmtpServer.Login;
import io.gatehouse.messaging.mail.SmtpServer.Security;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The mail server that is configured, under the names that Quarkus Mailer uses, which this would otherwise be. */
final class MailServer {

    private static final String HOST = "quarkus.mailer.host";

    /** Where mail is submitted (RFC 6409), and where it is with TLS from the first byte (RFC 8314). */
    static final int SUBMISSION = 587;

    static final int SUBMISSION_WITH_TLS = 465;

    private final Config config;

    private MailServer(Config config) {
        this.config = config;
    }

    /** @return empty if there is none */
    static Optional<SmtpServer> configured(Config config) {
        return config.getOptionalValue(HOST, String.class).map(new MailServer(config)::at);
    }

    /** Whom mails come from, unless somebody says otherwise. */
    static String sender(Config config) {
        return config.getOptionalValue("quarkus.mailer.from", String.class).orElse("no-reply@localhost");
    }

    private SmtpServer at(String host) {
        var login = login();
        var security = security(login);
        var usual = security == Security.TLS ? SUBMISSION_WITH_TLS : SUBMISSION;
        var port = config.getOptionalValue("quarkus.mailer.port", Integer.class).orElse(usual);
        return new SmtpServer(host, port, security, login);
    }

    private @Nullable Login login() {
        var user = text("username");
        var password = text("password");
        return user.isPresent() && password.isPresent() ? new Login(user.get(), password.get()) : null;
    }

    /** A password is never sent in clear, unless the operator insists. */
    private Security security(@Nullable Login login) {
        if (config.getOptionalValue("quarkus.mailer.tls", Boolean.class).orElse(false)) {
            return Security.TLS;
        }
        var startTls = text("start-tls").orElse(login == null ? "OPTIONAL" : "REQUIRED");
        return switch (startTls.toUpperCase(Locale.ROOT)) {
            case "REQUIRED" -> Security.STARTTLS;
            case "OPTIONAL" -> Security.STARTTLS_IF_OFFERED;
            case "DISABLED" -> Security.NONE;
            default ->
                throw new UnfitConfigurationException(
                        "quarkus.mailer.start-tls must be DISABLED, OPTIONAL or REQUIRED");
        };
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue("quarkus.mailer." + name, String.class);
    }
}
