package io.gatehouse.application.message;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent;
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
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.token.TokenEvent;
import java.util.Optional;

/**
 * Which events users are notified of. An event of an account, an authenticator or a set of recovery codes does not
 * compile until it is listed; of the other families no event has a notice.
 *
 * <p>New sessions are not among them: {@code SessionAlerts} decides by device and by the other sessions of the user.
 */
final class NoticePolicy {

    private NoticePolicy() {}

    /** @throws IllegalArgumentException for an event of a family that this switch does not list */
    static Optional<MessageType> noticeOf(Event event) {
        return switch (event) {
            case AccountEvent e -> noticeOf(e);
            case AuthenticatorEvent e -> noticeOf(e);
            case RecoveryCodesEvent e -> noticeOf(e);
            case SessionEvent _, TokenEvent _, MfaChallengeEvent _, TotpStepEvent _, TargetEvent _, MessageEvent _ ->
                Optional.empty();
            default -> throw new IllegalArgumentException(event.getClass() + " is of no known family");
        };
    }

    private static Optional<MessageType> noticeOf(AccountEvent event) {
        return switch (event) {
            case PasswordChanged _ -> Optional.of(MessageType.PASSWORD_CHANGED);
            case EmailChanged _ -> Optional.of(MessageType.EMAIL_CHANGED);
            case PhoneChanged _ -> Optional.of(MessageType.PHONE_CHANGED);
            case MfaEnabled _ -> Optional.of(MessageType.MFA_ENABLED);
            case MfaDisabled _ -> Optional.of(MessageType.MFA_DISABLED);
            case UserCreated _,
                    UserNameChanged _,
                    PreferencesReplaced _,
                    PasswordRehashed _,
                    PasswordRemembered _,
                    EmailVerified _,
                    PhoneVerified _,
                    UserAccessed _,
                    UserBlocked _,
                    UserDeleted _ -> Optional.empty();
        };
    }

    private static Optional<MessageType> noticeOf(AuthenticatorEvent event) {
        return switch (event) {
            case AuthenticatorVerified _ -> Optional.of(MessageType.AUTHENTICATOR_ADDED);
            case AuthenticatorDeleted _ -> Optional.of(MessageType.AUTHENTICATOR_REMOVED);
            case AuthenticatorCreated _ -> Optional.empty();
        };
    }

    private static Optional<MessageType> noticeOf(RecoveryCodesEvent event) {
        return switch (event) {
            case RecoveryCodesCreated _ -> Optional.of(MessageType.RECOVERY_CODES_CHANGED);
            case RecoveryCodeSpent _, RecoveryCodesConcealed _, RecoveryCodesReplaced _ -> Optional.empty();
        };
    }
}
