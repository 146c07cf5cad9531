package io.gatehouse.application;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first events of accounts, sessions, tokens, factors and targets, as contract tests append them. They happen at
 * {@link #NOON} unless another time is given. An item that a test names has that name as its ID and as its secret.
 */
public final class SampleEvents {

    /** In the far future, so that no job of a running service, such as expiry, interferes. */
    public static final Instant NOON = Instant.parse("2126-01-01T12:00:00.123456Z");

    public static final Instant ONE_HOUR_LATER = NOON.plus(Duration.ofHours(1));

    /** When sessions, tokens and challenges expire. */
    public static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));

    /** By one microsecond, the resolution at which times are stored. */
    public static final Instant AFTER_MIDNIGHT = MIDNIGHT.plusNanos(1000);

    public static final DisplayName NAME = new DisplayName("Sample User");
    public static final PasswordHash HASH = new PasswordHash("$argon2id$old");
    public static final PasswordHash NEW_HASH = new PasswordHash("$argon2id$new");
    public static final Client FIREFOX = new Client(
            "GNU", "GNU/Linux", "", "browser", "FF", "Firefox", "140.0", "Gecko", "140.0", "desktop", "", "");

    private SampleEvents() {}

    /** @return an unused ID */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public static EmailAddress address(AccountId account) {
        return new EmailAddress(account.value() + "@example.com");
    }

    public static SessionId sessionId(AccountId account, String name) {
        return new SessionId(account.project(), name);
    }

    public static SecretDigest digest(String secret) {
        return new Secret(secret).digest();
    }

    public static UserCreated userCreated(AccountId account, EmailAddress address) {
        return new UserCreated(account, address, HASH, NAME, NOON);
    }

    /** The e-mail target that every user with an address has. */
    public static TargetCreated emailTargetCreated(AccountId account, EmailAddress address) {
        var id = new TargetId(account.project(), "target-of-" + account.value());
        return new TargetCreated(account, id, "email", new Identifier(address.value()), NOON);
    }

    public static SessionCreated sessionCreated(AccountId account, String name) {
        return sessionCreated(account, name, FIREFOX, NOON);
    }

    public static SessionCreated sessionCreated(AccountId account, String name, Instant at) {
        return sessionCreated(account, name, FIREFOX, at);
    }

    public static SessionCreated sessionCreated(AccountId account, String name, Client client) {
        return sessionCreated(account, name, client, NOON);
    }

    private static SessionCreated sessionCreated(AccountId account, String name, Client client, Instant at) {
        return new SessionCreated(
                account,
                sessionId(account, name),
                digest(name),
                "email",
                new ProviderUid(address(account).value()),
                List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP),
                new IpAddress("2001:db8::1"),
                new UserAgent("Firefox"),
                client,
                "de",
                MIDNIGHT,
                at);
    }

    public static TokenIssued tokenIssued(AccountId account, String name, TokenKind kind) {
        return tokenIssued(account, name, kind, NOON);
    }

    public static TokenIssued tokenIssued(AccountId account, String name, TokenKind kind, Instant at) {
        var id = new TokenId(account.project(), name);
        return new TokenIssued(account, id, kind, digest(name), MIDNIGHT, at);
    }

    public static AuthenticatorCreated authenticatorCreated(AccountId account, String name) {
        return new AuthenticatorCreated(
                account, new AuthenticatorId(account.project(), name), new Ciphertext(name), NOON);
    }

    /** @param name of the set */
    public static RecoveryCodesCreated recoveryCodesCreated(AccountId account, String name, String... codes) {
        var id = new RecoveryCodesId(account.project(), name);
        var digests = Stream.of(codes).map(SampleEvents::digest).toList();
        return new RecoveryCodesCreated(account, id, digests, new Ciphertext(name), NOON);
    }

    /** A challenge by e-mail stores a code, which is its name; challenges of other factors store none. */
    public static MfaChallengeCreated challengeCreated(
            AccountId account, String name, SessionId session, Factor factor) {
        var code = factor == Factor.EMAIL ? digest(name) : null;
        var sentTo = factor == Factor.EMAIL ? new Recipient(address(account).value()) : null;
        var id = new ChallengeId(account.project(), name);
        return new MfaChallengeCreated(account, id, session, factor, code, sentTo, MIDNIGHT, NOON);
    }

    /** @param session in which it is registered, and with which it ends; null for none */
    public static PushTargetCreated pushTargetCreated(AccountId account, String name, @Nullable SessionId session) {
        return pushTargetCreated(account, name, session, name);
    }

    /** @param session in which it is registered, and with which it ends; null for none */
    public static PushTargetCreated pushTargetCreated(
            AccountId account, String name, @Nullable SessionId session, String identifier) {
        var id = new TargetId(account.project(), name);
        return new PushTargetCreated(account, id, session, "fcm", "Google Pixel 7", new Identifier(identifier), NOON);
    }
}
