package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** The sender, mail server and templates of a project's e-mail. */
public interface ProjectMailConfig {

    SenderConfig sender();

    /** The project's own mail server. Default: that of the service. Sender and templates do not depend on it. */
    SmtpConfig smtp();

    /** By message ({@code magicSession}, {@code otpSession} …), then by locale. */
    Map<@OneOf(KnownNames.Mails.class) String, Map<@OneOf(KnownNames.Locales.class) String, TemplateConfig>>
            templates();

    interface SenderConfig {
        Optional<String> address();

        Optional<String> name();

        Optional<String> replyTo();

        Optional<String> replyToName();
    }

    interface TemplateConfig {
        Optional<String> subject();

        /** The body: HTML with placeholders such as {@code {{redirect}}}. */
        Optional<String> message();

        SenderConfig sender();
    }

    interface SmtpConfig {
        Optional<String> host();

        Optional<Integer> port();

        Optional<String> username();

        Optional<String> password();

        @WithDefault("none")
        SmtpSecurity security();
    }

    /** How the connection to a project's mail server is protected. */
    enum SmtpSecurity {
        NONE,
        STARTTLS,
        TLS
    }
}
