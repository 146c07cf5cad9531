package io.gatehouse.persistence;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageDiscarded;
import io.gatehouse.domain.message.MessageEvent.MessageFailed;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Events of one user, with at least one of every event type. */
public final class EveryEvent {

    public static final ProjectId PROJECT = new ProjectId("demo");
    public static final AccountId ALICE = new AccountId(PROJECT, "alice");

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$hash");
    private static final SessionId PHONE = new SessionId(PROJECT, "phone");
    private static final SessionId LAPTOP = new SessionId(PROJECT, "laptop");
    private static final SessionId TABLET = new SessionId(PROJECT, "tablet");
    private static final SessionId WATCH = new SessionId(PROJECT, "watch");
    private static final TokenId CODE = new TokenId(PROJECT, "code");
    private static final TokenId LINK = new TokenId(PROJECT, "link");
    private static final TokenId LETTER = new TokenId(PROJECT, "letter");
    private static final TargetId MAIL = new TargetId(PROJECT, "mail");
    private static final TargetId PIXEL = new TargetId(PROJECT, "pixel");
    private static final TargetId IPAD = new TargetId(PROJECT, "ipad");
    private static final AuthenticatorId OLD_APP = new AuthenticatorId(PROJECT, "old-app");
    private static final AuthenticatorId APP = new AuthenticatorId(PROJECT, "app");
    private static final RecoveryCodesId OLD_CODES = new RecoveryCodesId(PROJECT, "old-codes");
    private static final RecoveryCodesId CODES = new RecoveryCodesId(PROJECT, "codes");
    private static final ChallengeId MAILED = new ChallengeId(PROJECT, "mailed");
    private static final String MESSAGE = "00000000-0000-0000-0000-000000000001";

    private EveryEvent() {}

    /** @return all events before the deletion of the user, oldest first */
    public static List<Event> untilDeletion() {
        return Stream.of(account(), sessions(), tokens(), factors(), challenges(), targets(), messages())
                .flatMap(List::stream)
                .toList();
    }

    /** @return the same events followed by the deletion of the user */
    public static List<Event> all() {
        return Stream.concat(untilDeletion().stream(), Stream.of(new UserDeleted(ALICE, NOON)))
                .toList();
    }

    /** @return an event for each value that stored events can hold: constants of enums, factors, providers */
    public static List<Event> everyValue() {
        return Stream.<Stream<? extends Event>>of(
                        Stream.of(TokenKind.values()).map(kind -> issued(CODE, kind)),
                        Stream.of(Reason.values()).map(reason -> new TokenWithdrawn(ALICE, LINK, reason, NOON)),
                        Stream.of(Factor.values()).map(EveryEvent::challenge),
                        Stream.of(Factor.values())
                                .map(factor -> new SessionFactorAdded(ALICE, PHONE, factor.proven(), NOON)),
                        Stream.of(
                                created("email", AuthenticationFactor.PASSWORD),
                                created("anonymous", AuthenticationFactor.ANONYMOUS),
                                created("magic-url", AuthenticationFactor.EMAIL),
                                created("token", AuthenticationFactor.EMAIL),
                                created("phone", AuthenticationFactor.PHONE)),
                        Stream.of("email", "sms")
                                .map(type -> new TargetCreated(ALICE, MAIL, type, new Identifier("identifier"), NOON)),
                        Stream.of(MessageType.values())
                                .map(messageType -> new MessageSent(ALICE, MESSAGE, messageType, NOON)))
                .<Event>flatMap(events -> events)
                .toList();
    }

    private static List<Event> account() {
        return List.of(
                new UserCreated(ALICE, new EmailAddress("a@example.com"), HASH, new DisplayName("Алиса 🦊"), NOON),
                new TargetCreated(ALICE, MAIL, "email", new Identifier("a@example.com"), NOON),
                new UserNameChanged(ALICE, new DisplayName("Alice"), NOON),
                new PreferencesReplaced(ALICE, new Preferences("{\"a\":\"\\u0000\",\"b\":1.0}"), NOON),
                new PasswordRehashed(ALICE, HASH, NOON),
                new PasswordChanged(ALICE, new PasswordHash("$argon2id$newer"), NOON),
                new PasswordRemembered(ALICE, HASH, 2, NOON),
                new EmailChanged(ALICE, new EmailAddress("alice@example.com"), NOON),
                new TargetReaddressed(ALICE, MAIL, new Identifier("alice@example.com"), NOON),
                new EmailVerified(ALICE, NOON),
                new PhoneChanged(ALICE, new PhoneNumber("+4915112345678"), NOON),
                new PhoneVerified(ALICE, NOON),
                new UserAccessed(ALICE, NOON));
    }

    private static List<Event> sessions() {
        return List.of(
                created(PHONE),
                created(LAPTOP),
                created(TABLET),
                new SessionExtended(ALICE, PHONE, MIDNIGHT, NOON),
                new SessionEvicted(ALICE, LAPTOP, NOON),
                new SessionExpired(ALICE, TABLET, NOON),
                created(WATCH),
                new SessionRevoked(ALICE, WATCH, NOON));
    }

    private static List<Event> tokens() {
        return List.of(
                issued(CODE, TokenKind.EMAIL_CODE),
                issued(LINK, TokenKind.MAGIC_URL),
                issued(LETTER, TokenKind.RECOVERY),
                issued(new TokenId(PROJECT, "open"), TokenKind.PHONE_CODE),
                new WrongCodePresented(ALICE, CODE, NOON),
                new TokenRedeemed(ALICE, CODE, NOON),
                new TokenWithdrawn(ALICE, LINK, Reason.ADDRESS_CHANGED, NOON),
                new TokenExpired(ALICE, LETTER, NOON),
                new RecoveryIgnored(ALICE, new TokenId(PROJECT, "pretended"), NOON),
                new TokenRequestIgnored(ALICE, new TokenId(PROJECT, "ignored"), NOON));
    }

    private static List<Event> factors() {
        return List.of(
                new MfaEnabled(ALICE, NOON),
                new AuthenticatorCreated(ALICE, OLD_APP, new Ciphertext("secret of the old app"), NOON),
                new AuthenticatorDeleted(ALICE, OLD_APP, NOON),
                new AuthenticatorCreated(ALICE, APP, new Ciphertext("secret of the app"), NOON),
                new AuthenticatorVerified(ALICE, APP, NOON),
                new TotpStepSpent(ALICE, APP, 58_907_520, NOON),
                new SessionFactorAdded(ALICE, PHONE, AuthenticationFactor.TOTP, NOON),
                new RecoveryCodesCreated(ALICE, OLD_CODES, List.of(digest("x"), digest("y")), null, NOON),
                new RecoveryCodesReplaced(ALICE, OLD_CODES, NOON),
                new RecoveryCodesCreated(
                        ALICE, CODES, List.of(digest("1"), digest("2"), digest("3")), new Ciphertext("1 2 3"), NOON),
                new RecoveryCodeSpent(ALICE, CODES, digest("2"), NOON),
                new RecoveryCodesConcealed(ALICE, CODES, NOON));
    }

    private static List<Event> challenges() {
        return List.of(
                new MfaChallengeCreated(
                        ALICE,
                        MAILED,
                        PHONE,
                        Factor.EMAIL,
                        digest("123456"),
                        new Recipient("alice@example.com"),
                        MIDNIGHT,
                        NOON),
                challenge("guessed"),
                challenge("forgotten"),
                challenge("open"),
                new MfaChallengeFailed(ALICE, MAILED, NOON),
                new MfaChallengePassed(ALICE, MAILED, NOON),
                new SessionChallengePassed(ALICE, PHONE, NOON),
                new MfaChallengeWithdrawn(ALICE, new ChallengeId(PROJECT, "guessed"), NOON),
                new MfaChallengeExpired(ALICE, new ChallengeId(PROJECT, "forgotten"), NOON),
                new MfaDisabled(ALICE, NOON));
    }

    private static List<Event> targets() {
        return List.of(
                new PushTargetCreated(
                        ALICE, PIXEL, PHONE, "fcm", "Google Pixel 7", new Identifier("device-token"), NOON),
                new PushTargetUpdated(ALICE, PIXEL, "Google Pixel 8", new Identifier("newer-token"), NOON),
                new PushTargetCreated(ALICE, IPAD, null, null, "", new Identifier("another-token"), NOON),
                new TargetDeleted(ALICE, IPAD, NOON));
    }

    private static List<Event> messages() {
        return List.of(
                new MessageRequested(
                        ALICE,
                        "Demo",
                        MessageType.RECOVERY,
                        "pt-br",
                        new Recipient("alice@example.com"),
                        new DisplayName("Alice"),
                        LETTER.value(),
                        new Ciphertext("sealed"),
                        MIDNIGHT,
                        NOON),
                new MessageSent(ALICE, MESSAGE, MessageType.RECOVERY, NOON),
                new MessageDiscarded(ALICE, MESSAGE, MessageType.OTP_SESSION, NOON),
                new MessageFailed(ALICE, MESSAGE, MessageType.PHONE_LOGIN, NOON),
                new UserBlocked(ALICE, NOON));
    }

    private static SessionCreated created(SessionId id) {
        return new SessionCreated(
                ALICE,
                id,
                new Secret(id.value()).digest(),
                "email",
                new ProviderUid("a@example.com"),
                List.of(AuthenticationFactor.PASSWORD),
                new IpAddress("::1"),
                new UserAgent("curl/8"),
                Client.UNKNOWN,
                "--",
                MIDNIGHT,
                NOON);
    }

    private static SessionCreated created(String provider, AuthenticationFactor factor) {
        return new SessionCreated(
                ALICE,
                PHONE,
                digest("secret"),
                provider,
                new ProviderUid(""),
                List.of(factor),
                new IpAddress("192.0.2.7"),
                new UserAgent("Mozilla/5.0"),
                new Client(
                        "AND",
                        "Android",
                        "13",
                        "browser",
                        "CM",
                        "Chrome Mobile",
                        "120.0",
                        "Blink",
                        "120.0.0.0",
                        "smartphone",
                        "Google",
                        "Pixel 7"),
                "de",
                MIDNIGHT,
                NOON);
    }

    private static MfaChallengeCreated challenge(String id) {
        return new MfaChallengeCreated(
                ALICE, new ChallengeId(PROJECT, id), PHONE, Factor.TOTP, null, null, MIDNIGHT, NOON);
    }

    private static MfaChallengeCreated challenge(Factor factor) {
        return new MfaChallengeCreated(ALICE, MAILED, PHONE, factor, null, null, MIDNIGHT, NOON);
    }

    private static SecretDigest digest(String code) {
        return new Secret(code).digest();
    }

    private static TokenIssued issued(TokenId id, TokenKind kind) {
        return new TokenIssued(ALICE, id, kind, new Secret(id.value()).digest(), MIDNIGHT, NOON);
    }
}
