package io.gatehouse.application.message;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.mfa.challenge.IssuedChallenge;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserName;
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

/** Writes messages, and seals what they say. */
public final class MessageComposer {

    /** What stands for software that does not say what it is. */
    private static final String UNKNOWN = "UNKNOWN";

    private final MessageEncryption encryption;
    private final UserAgents userAgents;
    private final GeoIp geoIp;

    public MessageComposer(MessageEncryption encryption, UserAgents userAgents, GeoIp geoIp) {
        this.encryption = encryption;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
    }

    /** What a message has in common with every other one. */
    public record Envelope(Project project, Locale locale) {}

    /** @param name null if the user has none */
    public MessageRequested code(
            Envelope envelope, IssuedToken token, EmailAddress to, @Nullable UserName name, RequestMetadata metadata) {
        var variables = requestDetails(metadata);
        variables.put("user", text(name));
        variables.put("otp", token.secret().value());
        variables.put("phrase", token.phrase());
        return expiringMessage(subject(token), envelope, MessageType.OTP_SESSION, to.value(), null, variables);
    }

    /** @param name null if the user has none */
    public MessageRequested magicLink(
            Envelope envelope,
            IssuedToken token,
            EmailAddress to,
            @Nullable UserName name,
            String link,
            RequestMetadata metadata) {
        var variables = requestDetails(metadata);
        variables.put("user", text(name));
        variables.put("redirect", link);
        variables.put("phrase", token.phrase());
        return expiringMessage(subject(token), envelope, MessageType.MAGIC_SESSION, to.value(), null, variables);
    }

    /**
     * @param template {@link MessageType#RECOVERY} or {@link MessageType#VERIFICATION}
     * @param name null if the user has none
     */
    public MessageRequested link(
            Envelope envelope,
            IssuedToken token,
            MessageType messageType,
            EmailAddress to,
            @Nullable UserName name,
            String link) {
        var variables = new HashMap<String, String>();
        variables.put("user", text(name));
        variables.put("redirect", link);
        return expiringMessage(subject(token), envelope, messageType, to.value(), name, variables);
    }

    /** @param template {@link MessageType#PHONE_LOGIN} or {@link MessageType#PHONE_VERIFICATION} */
    public MessageRequested code(Envelope envelope, IssuedToken token, MessageType messageType, PhoneNumber to) {
        var variables = new HashMap<>(Map.of("otp", token.secret().value()));
        return expiringMessage(subject(token), envelope, messageType, to.value(), null, variables);
    }

    /** @param name null if the user has none */
    public MessageRequested challenge(
            Envelope envelope,
            IssuedChallenge challenge,
            Secret code,
            EmailAddress to,
            @Nullable UserName name,
            RequestMetadata metadata) {
        var variables = requestDetails(metadata);
        variables.put("user", text(name));
        variables.put("otp", code.value());
        return expiringMessage(subject(challenge), envelope, MessageType.MFA_CHALLENGE, to.value(), null, variables);
    }

    public MessageRequested challenge(Envelope envelope, IssuedChallenge challenge, Secret code, PhoneNumber to) {
        var variables = new HashMap<>(Map.of("otp", code.value()));
        return expiringMessage(subject(challenge), envelope, MessageType.PHONE_CHALLENGE, to.value(), null, variables);
    }

    /**
     * @param template {@link MessageType#SESSION_ALERT} or {@link MessageType#NEW_DEVICE}
     * @param account whose new session it is
     */
    public MessageRequested alert(
            Envelope envelope, MessageType messageType, AccountView account, EmailAddress to, SessionCreated session) {
        var facts = facts(envelope, session.client(), session.userAgent(), session.ip(), session.countryCode());
        facts.put("signedInAt", session.at().toString());
        return notification(
                envelope, messageType, account, to, session.session().value(), facts, session.at());
    }

    /** Tells users what has been done to their account, from where. */
    public MessageRequested notice(
            Envelope envelope,
            MessageType messageType,
            AccountView account,
            EmailAddress to,
            RequestMetadata metadata,
            Instant at) {
        var client = userAgents.describe(metadata.userAgent());
        var facts = facts(envelope, client, metadata.userAgent(), metadata.ip(), geoIp.countryCode(metadata.ip()));
        return notification(envelope, messageType, account, to, account.id().value(), facts, at);
    }

    private static Map<String, String> facts(
            Envelope envelope, Client client, UserAgent agent, IpAddress ip, String countryCode) {
        var country = Locale.of("", countryCode).getDisplayCountry(envelope.locale());
        var facts = new HashMap<String, String>();
        facts.put("device", client.clientName().isEmpty() ? agent.value() : client.clientName());
        facts.put("ipAddress", ip.value());
        facts.put("countryCode", countryCode);
        facts.put("country", country.equalsIgnoreCase(countryCode) ? "" : country);
        return facts;
    }

    private MessageRequested notification(
            Envelope envelope,
            MessageType messageType,
            AccountView account,
            EmailAddress to,
            String subject,
            Map<String, String> facts,
            Instant at) {
        facts.put("user", text(account.name()));
        return new MessageRequested(
                account.id(),
                envelope.project().name(),
                messageType,
                envelope.locale().toLanguageTag(),
                new Recipient(to.value()),
                null,
                subject,
                encryption.encrypt(facts),
                null,
                at);
    }

    /** What a message is about: something that can be redeemed, for a while. */
    private record Subject(String id, AccountId account, Instant createdAt, Instant expiresAt) {}

    private static Subject subject(IssuedToken token) {
        return new Subject(token.id().value(), token.account(), token.createdAt(), token.expiresAt());
    }

    private static Subject subject(IssuedChallenge challenge) {
        return new Subject(challenge.id().value(), challenge.account(), challenge.createdAt(), challenge.expiresAt());
    }

    private MessageRequested expiringMessage(
            Subject subject,
            Envelope envelope,
            MessageType messageType,
            String recipient,
            @Nullable UserName name,
            Map<String, String> variables) {
        var validity = Duration.between(subject.createdAt(), subject.expiresAt());
        variables.put("validMinutes", String.valueOf(validity.toMinutes()));
        return new MessageRequested(
                subject.account(),
                envelope.project().name(),
                messageType,
                envelope.locale().toLanguageTag(),
                new Recipient(recipient),
                name,
                subject.id(),
                encryption.encrypt(variables),
                subject.expiresAt(),
                subject.createdAt());
    }

    /** Who asked for it, as far as their software tells. */
    private Map<String, String> requestDetails(RequestMetadata metadata) {
        var client = userAgents.describe(metadata.userAgent());
        var variables = new HashMap<String, String>();
        variables.put("agentClient", orUnknown(client.clientName()));
        variables.put("agentOs", orUnknown(client.osName()));
        variables.put("agentDevice", orUnknown(client.deviceBrand()));
        return variables;
    }

    private static String orUnknown(String told) {
        return told.isEmpty() ? UNKNOWN : told;
    }

    private static String text(@Nullable UserName name) {
        return name == null ? "" : name.value();
    }
}
