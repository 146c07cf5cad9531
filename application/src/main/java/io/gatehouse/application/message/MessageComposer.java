package io.gatehouse.application.message;

import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserFacts;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes messages to users, and encrypts their content. */
public final class MessageComposer {

    /** Stands for software that does not identify itself. */
    private static final String UNKNOWN = "UNKNOWN";

    private final MessageEncryption encryption;
    private final UserAgents userAgents;
    private final GeoIp geoIp;

    public MessageComposer(MessageEncryption encryption, UserAgents userAgents, GeoIp geoIp) {
        this.encryption = encryption;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
    }

    /**
     * The token or challenge that a message is about.
     *
     * @param expiresAt the last instant at which it can be redeemed
     */
    public record Subject(String id, AccountId account, Instant createdAt, Instant expiresAt) {}

    /**
     * @param phrase empty unless a security phrase was requested
     * @param name null if the user has none
     */
    public MessageRequested emailCode(
            RequestContext context,
            Subject token,
            Secret code,
            String phrase,
            EmailAddress to,
            @Nullable DisplayName name) {
        var variables = requestDetails(context);
        variables.put("user", text(name));
        variables.put("otp", code.value());
        variables.put("phrase", phrase);
        return expiringMessage(context, MessageType.OTP_SESSION, token, to.value(), null, variables);
    }

    /**
     * @param phrase empty unless a security phrase was requested
     * @param name null if the user has none
     */
    public MessageRequested magicLink(
            RequestContext context,
            Subject token,
            String link,
            String phrase,
            EmailAddress to,
            @Nullable DisplayName name) {
        var variables = requestDetails(context);
        variables.put("user", text(name));
        variables.put("redirect", link);
        variables.put("phrase", phrase);
        return expiringMessage(context, MessageType.MAGIC_SESSION, token, to.value(), null, variables);
    }

    /**
     * @param type {@link MessageType#RECOVERY} or {@link MessageType#VERIFICATION}
     * @param name null if the user has none
     */
    public MessageRequested link(
            RequestContext context,
            MessageType type,
            Subject token,
            String link,
            EmailAddress to,
            @Nullable DisplayName name) {
        var variables = new HashMap<String, String>();
        variables.put("user", text(name));
        variables.put("redirect", link);
        return expiringMessage(context, type, token, to.value(), name, variables);
    }

    /** @param name null if the user has none */
    public MessageRequested emailChallenge(
            RequestContext context, Subject challenge, Secret code, EmailAddress to, @Nullable DisplayName name) {
        var variables = requestDetails(context);
        variables.put("user", text(name));
        variables.put("otp", code.value());
        return expiringMessage(context, MessageType.MFA_CHALLENGE, challenge, to.value(), null, variables);
    }

    /**
     * @param type {@link MessageType#PHONE_LOGIN}, {@link MessageType#PHONE_VERIFICATION} or
     *     {@link MessageType#PHONE_CHALLENGE}
     */
    public MessageRequested smsCode(
            RequestContext context, MessageType type, Subject subject, Secret code, PhoneNumber to) {
        var variables = new HashMap<>(Map.of("otp", code.value()));
        return expiringMessage(context, type, subject, to.value(), null, variables);
    }

    /**
     * @param type {@link MessageType#SESSION_ALERT} or {@link MessageType#NEW_DEVICE}
     * @param user the owner of the new session
     */
    public MessageRequested sessionAlert(
            RequestContext context, MessageType type, UserFacts user, EmailAddress to, SessionCreated session) {
        var origin = origin(
                context, session.client(), session.userAgent(), session.ip().value(), session.countryCode());
        origin.put("signedInAt", session.at().toString());
        return notification(context, type, user, to, session.session().value(), origin, session.at());
    }

    /** A notice of a change to the user's account and of its origin. */
    public MessageRequested notice(
            RequestContext context, MessageType type, UserFacts user, EmailAddress to, Instant at) {
        var metadata = context.metadata();
        var client = userAgents.describe(metadata.userAgent());
        var country = geoIp.countryCode(metadata.ip());
        var origin = origin(context, client, metadata.userAgent(), metadata.ip().value(), country);
        return notification(context, type, user, to, user.id().value(), origin, at);
    }

    private static Map<String, String> origin(
            RequestContext context, Client client, UserAgent agent, String ip, String countryCode) {
        var country = Locale.of("", countryCode).getDisplayCountry(context.locale());
        var origin = new HashMap<String, String>();
        origin.put("device", client.clientName().isEmpty() ? agent.value() : client.clientName());
        origin.put("ipAddress", ip);
        origin.put("countryCode", countryCode);
        origin.put("country", country.equalsIgnoreCase(countryCode) ? "" : country);
        return origin;
    }

    private MessageRequested notification(
            RequestContext context,
            MessageType type,
            UserFacts user,
            EmailAddress to,
            String subject,
            Map<String, String> variables,
            Instant at) {
        variables.put("user", text(user.name()));
        return new MessageRequested(
                user.id(),
                context.project().name(),
                type,
                context.locale().toLanguageTag(),
                new Recipient(to.value()),
                null,
                subject,
                encryption.encrypt(variables),
                null,
                at);
    }

    private MessageRequested expiringMessage(
            RequestContext context,
            MessageType type,
            Subject subject,
            String recipient,
            @Nullable DisplayName name,
            Map<String, String> variables) {
        var validity = Duration.between(subject.createdAt(), subject.expiresAt());
        variables.put("validMinutes", String.valueOf(validity.toMinutes()));
        return new MessageRequested(
                subject.account(),
                context.project().name(),
                type,
                context.locale().toLanguageTag(),
                new Recipient(recipient),
                name,
                subject.id(),
                encryption.encrypt(variables),
                subject.expiresAt(),
                subject.createdAt());
    }

    /** The requester's software, as far as it identifies itself. */
    private Map<String, String> requestDetails(RequestContext context) {
        var client = userAgents.describe(context.metadata().userAgent());
        var variables = new HashMap<String, String>();
        variables.put("agentClient", orUnknown(client.clientName()));
        variables.put("agentOs", orUnknown(client.osName()));
        variables.put("agentDevice", orUnknown(client.deviceBrand()));
        return variables;
    }

    private static String orUnknown(String name) {
        return name.isEmpty() ? UNKNOWN : name;
    }

    private static String text(@Nullable DisplayName name) {
        return name == null ? "" : name.value();
    }
}
