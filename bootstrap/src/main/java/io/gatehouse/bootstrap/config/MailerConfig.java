package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server. The names are those of Quarkus Mailer, whose own properties provide the defaults. */
public interface MailerConfig {

    /** Default: none; the embedded default then shows e-mail in its inbox only. */
    Optional<String> host();

    /** Default: 587, the submission port (RFC 6409), or 465 with implicit TLS (RFC 8314). */
    Optional<Integer> port();

    Optional<String> username();

    Optional<String> password();

    /** The address of the sender, unless the project has its own. */
    @WithDefault("no-reply@localhost")
    String from();

    /** The name by which mail servers are greeted. Default: the full name of this host, otherwise its address. */
    Optional<String> ehlo();

    /** Whether the connection uses implicit TLS, from the first byte. */
    @WithDefault("false")
    boolean tls();

    /** Default: {@code REQUIRED} with a password, so that it is never sent in clear; {@code OPTIONAL} without. */
    Optional<StartTls> startTls();

    /** Whether STARTTLS is used; the names are those of Quarkus Mailer. */
    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }
}
