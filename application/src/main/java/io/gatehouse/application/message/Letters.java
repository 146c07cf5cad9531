package io.gatehouse.application.message;

import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.Recipient;
import io.gatehouse.domain.message.Template;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages, and seals what they say. */
public final class Letters {

    /** What stands for software that does not say what it is. */
    private static final String UNKNOWN = "UNKNOWN";

    private final Sealing sealing;
    private final UserAgents userAgents;

    public Letters(Sealing sealing, UserAgents userAgents) {
        this.sealing = sealing;
        this.userAgents = userAgents;
    }

    /** What a message has in common with every other one. */
    public record Envelope(Project project, Locale locale) {}

    /** @param name null if the user has none */
    public MessageRequested code(
            Envelope envelope, IssuedToken token, EmailAddress to, @Nullable UserName name, Occasion occasion) {
        var variables = asked(occasion);
        variables.put("user", text(name));
        variables.put("otp", token.secret().value());
        variables.put("phrase", token.phrase());
        return about(token, envelope, Template.OTP_SESSION, to.value(), null, variables);
    }

    /** @param name null if the user has none */
    public MessageRequested magicLink(
            Envelope envelope,
            IssuedToken token,
            EmailAddress to,
            @Nullable UserName name,
            String link,
            Occasion occasion) {
        var variables = asked(occasion);
        variables.put("user", text(name));
        variables.put("redirect", link);
        variables.put("phrase", token.phrase());
        return about(token, envelope, Template.MAGIC_SESSION, to.value(), null, variables);
    }

    /**
     * @param template {@link Template#RECOVERY} or {@link Template#VERIFICATION}
     * @param name null if the user has none
     */
    public MessageRequested link(
            Envelope envelope,
            IssuedToken token,
            Template template,
            EmailAddress to,
            @Nullable UserName name,
            String link) {
        var variables = new HashMap<String, String>();
        variables.put("user", text(name));
        variables.put("redirect", link);
        return about(token, envelope, template, to.value(), name, variables);
    }

    /** @param template {@link Template#PHONE_LOGIN} or {@link Template#PHONE_VERIFICATION} */
    public MessageRequested code(Envelope envelope, IssuedToken token, Template template, PhoneNumber to) {
        var variables = new HashMap<>(Map.of("otp", token.secret().value()));
        return about(token, envelope, template, to.value(), null, variables);
    }

    /** @param account whose new session it is; has an address */
    public MessageRequested alert(Envelope envelope, AccountView account, EmailAddress to, SessionCreated session) {
        var client = session.client().clientName();
        var country = Locale.of("", session.countryCode()).getDisplayCountry(envelope.locale());
        var variables = Map.of(
                "user", text(account.name()),
                "device", client.isEmpty() ? session.userAgent().value() : client,
                "ipAddress", session.ip().value(),
                "countryCode", session.countryCode(),
                "country", country.equalsIgnoreCase(session.countryCode()) ? "" : country,
                "signedInAt", session.at().toString());
        return new MessageRequested(
                account.id(),
                envelope.project().name(),
                Template.SESSION_ALERT,
                envelope.locale().toLanguageTag(),
                new Recipient(to.value()),
                null,
                session.session().value(),
                sealing.seal(variables),
                null,
                session.at());
    }

    private MessageRequested about(
            IssuedToken token,
            Envelope envelope,
            Template template,
            String recipient,
            @Nullable UserName name,
            Map<String, String> variables) {
        var validity = Duration.between(token.createdAt(), token.expiresAt());
        variables.put("validMinutes", String.valueOf(validity.toMinutes()));
        return new MessageRequested(
                token.account(),
                envelope.project().name(),
                template,
                envelope.locale().toLanguageTag(),
                new Recipient(recipient),
                name,
                token.id().value(),
                sealing.seal(variables),
                token.expiresAt(),
                token.createdAt());
    }

    /** Who asked for it, as far as their software tells. */
    private Map<String, String> asked(Occasion occasion) {
        var client = userAgents.describe(occasion.userAgent());
        var variables = new HashMap<String, String>();
        variables.put("agentClient", known(client.clientName()));
        variables.put("agentOs", known(client.osName()));
        variables.put("agentDevice", known(client.deviceBrand()));
        return variables;
    }

    private static String known(String told) {
        return told.isEmpty() ? UNKNOWN : told;
    }

    private static String text(@Nullable UserName name) {
        return name == null ? "" : name.value();
    }
}
