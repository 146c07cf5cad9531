package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server, in the words of Quarkus Mailer, whose own properties are heard as well. */
public interface MailerConfig {

    /** Without one there is no mail. */
    Optional<String> host();

    /** 587, where mail is submitted (RFC 6409), or 465 with TLS from the first byte (RFC 8314), unless said. */
    Optional<Integer> port();

    Optional<String> username();

    Optional<String> password();

    /** Whom mails come from, unless somebody says otherwise. */
    @WithDefault("no-reply@localhost")
    String from();

    /** Whether the connection is protected from its first byte. */
    @WithDefault("false")
    boolean tls();

    /** Whether it becomes protected after the first words. Unless said, a password is never sent in clear. */
    Optional<StartTls> startTls();

    /** As Quarkus Mailer names them. */
    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }
}
