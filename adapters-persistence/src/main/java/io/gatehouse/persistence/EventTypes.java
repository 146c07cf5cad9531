package io.gatehouse.persistence;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.domain.Event;
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
import io.gatehouse.domain.message.MessageEvent.MessageDiscarded;
import io.gatehouse.domain.message.MessageEvent.MessageFailed;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import java.util.Map;
import java.util.Set;

/**
 * Event type strings, as stored in the event log and as published. Event classes may be renamed; these strings must not
 * change.
 */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> CLASSES = Map.ofEntries(
            entry("user.created.v1", UserCreated.class),
            entry("user.name.changed.v1", UserNameChanged.class),
            entry("user.preferences.replaced.v1", PreferencesReplaced.class),
            entry("user.password.changed.v1", PasswordChanged.class),
            entry("user.password.rehashed.v1", PasswordRehashed.class),
            entry("user.password.remembered.v1", PasswordRemembered.class),
            entry("user.email.changed.v1", EmailChanged.class),
            entry("user.email.verified.v1", EmailVerified.class),
            entry("user.phone.changed.v1", PhoneChanged.class),
            entry("user.phone.verified.v1", PhoneVerified.class),
            entry("user.mfa.enabled.v1", MfaEnabled.class),
            entry("user.mfa.disabled.v1", MfaDisabled.class),
            entry("user.blocked.v1", UserBlocked.class),
            entry("user.accessed.v1", UserAccessed.class),
            entry("user.deleted.v1", UserDeleted.class),
            entry("session.created.v1", SessionCreated.class),
            entry("session.prolonged.v1", SessionExtended.class),
            entry("session.factor.added.v1", SessionFactorAdded.class),
            entry("session.challenge.passed.v1", SessionChallengePassed.class),
            entry("session.revoked.v1", SessionRevoked.class),
            entry("session.evicted.v1", SessionEvicted.class),
            entry("session.expired.v1", SessionExpired.class),
            entry("token.issued.v1", TokenIssued.class),
            entry("token.redeemed.v1", TokenRedeemed.class),
            entry("token.wrong.code.presented.v1", WrongCodePresented.class),
            entry("token.withdrawn.v1", TokenWithdrawn.class),
            entry("token.expired.v1", TokenExpired.class),
            entry("recovery.ignored.v1", RecoveryIgnored.class),
            entry("token.request.ignored.v1", TokenRequestIgnored.class),
            entry("mfa.challenge.created.v1", MfaChallengeCreated.class),
            entry("mfa.challenge.passed.v1", MfaChallengePassed.class),
            entry("mfa.challenge.failed.v1", MfaChallengeFailed.class),
            entry("mfa.challenge.withdrawn.v1", MfaChallengeWithdrawn.class),
            entry("mfa.challenge.expired.v1", MfaChallengeExpired.class),
            entry("authenticator.created.v1", AuthenticatorCreated.class),
            entry("authenticator.verified.v1", AuthenticatorVerified.class),
            entry("authenticator.deleted.v1", AuthenticatorDeleted.class),
            entry("totp.step.spent.v1", TotpStepSpent.class),
            entry("recovery.codes.created.v1", RecoveryCodesCreated.class),
            entry("recovery.code.spent.v1", RecoveryCodeSpent.class),
            entry("recovery.codes.concealed.v1", RecoveryCodesConcealed.class),
            entry("recovery.codes.replaced.v1", RecoveryCodesReplaced.class),
            entry("target.created.v1", TargetCreated.class),
            entry("target.readdressed.v1", TargetReaddressed.class),
            entry("target.push.created.v1", PushTargetCreated.class),
            entry("target.push.updated.v1", PushTargetUpdated.class),
            entry("target.deleted.v1", TargetDeleted.class),
            entry("message.requested.v1", MessageRequested.class),
            entry("message.sent.v1", MessageSent.class),
            entry("message.dropped.v1", MessageDiscarded.class),
            entry("message.failed.v1", MessageFailed.class));

    private static final Map<Class<? extends Event>, String> NAMES =
            CLASSES.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventTypes() {}

    public static Set<String> all() {
        return CLASSES.keySet();
    }

    /** @throws IllegalArgumentException for an event class without a name */
    public static String typeOf(Class<? extends Event> type) {
        var name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no event type");
        }
        return name;
    }

    /** @throws IllegalArgumentException for a name that this version does not know */
    public static Class<? extends Event> classOf(String name) {
        var type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown event type " + name);
        }
        return type;
    }
}
