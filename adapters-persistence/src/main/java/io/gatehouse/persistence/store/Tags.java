package io.gatehouse.persistence.store;

import io.gatehouse.application.Inventory;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.StreamId;
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
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.token.TokenEvent;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * The streams and inventories that an event belongs to: those whose decisions depend on it. Events without tags, such
 * as changes of a name, lengthen no stream and conflict with nothing.
 */
final class Tags {

    private Tags() {}

    static Set<Tag> of(Event event) {
        return switch (event) {
            case AccountEvent e -> of(e);
            case SessionEvent e -> of(e);
            case TokenEvent e -> of(e);
            case AuthenticatorEvent e -> of(e);
            case RecoveryCodesEvent e -> of(e);
            case MfaChallengeEvent e -> Set.of(of(e.challenge()));
            case TotpStepSpent e -> Set.of(of(e.stepId()));
            case TargetEvent e -> of(e);
            case MessageEvent _ -> Set.of();
            default -> throw new IllegalArgumentException(event.getClass() + " has no tags defined");
        };
    }

    private static Set<Tag> of(AccountEvent event) {
        return switch (event) {
            case UserCreated _,
                    PasswordChanged _,
                    PasswordRehashed _,
                    EmailChanged _,
                    EmailVerified _,
                    PhoneChanged _,
                    PhoneVerified _,
                    MfaEnabled _,
                    MfaDisabled _,
                    UserBlocked _,
                    UserDeleted _ -> Set.of(of(event.account()));
            case UserNameChanged _, PreferencesReplaced _, PasswordRemembered _, UserAccessed _ -> Set.of();
        };
    }

    private static Set<Tag> of(SessionEvent event) {
        return switch (event) {
            case SessionCreated _ -> Set.of(of(event.session()), of(event.account(), OpenSession.INVENTORY));
            case SessionExtended _, SessionFactorAdded _, SessionRevoked _, SessionEvicted _, SessionExpired _ ->
                Set.of(of(event.session()));
            case SessionChallengePassed _ -> Set.of();
        };
    }

    private static Set<Tag> of(TokenEvent event) {
        return switch (event) {
            case TokenIssued _ -> Set.of(of(event.token()), of(event.account(), OutstandingToken.INVENTORY));
            case TokenRedeemed _, WrongCodePresented _, TokenWithdrawn _, TokenExpired _ -> Set.of(of(event.token()));
            case RecoveryIgnored _, TokenRequestIgnored _ -> Set.of();
        };
    }

    private static Set<Tag> of(AuthenticatorEvent event) {
        return switch (event) {
            case AuthenticatorCreated _ ->
                Set.of(of(event.authenticator()), of(event.account(), EnrolledFactors.INVENTORY));
            case AuthenticatorVerified _, AuthenticatorDeleted _ -> Set.of(of(event.authenticator()));
        };
    }

    private static Set<Tag> of(RecoveryCodesEvent event) {
        return switch (event) {
            case RecoveryCodesCreated _ -> Set.of(of(event.codes()), of(event.account(), EnrolledFactors.INVENTORY));
            case RecoveryCodeSpent _, RecoveryCodesConcealed _, RecoveryCodesReplaced _ -> Set.of(of(event.codes()));
        };
    }

    private static Set<Tag> of(TargetEvent event) {
        return switch (event) {
            case PushTargetCreated _ -> Set.of(of(event.target()), of(event.account(), RegisteredTarget.INVENTORY));
            case TargetDeleted _ -> Set.of(of(event.target()));
            case TargetCreated _, TargetReaddressed _, PushTargetUpdated _ -> Set.of();
        };
    }

    static Tag of(StreamId<?, ?, ?> stream) {
        return Tag.of(stream.streamType(), text(stream));
    }

    /**
     * The tag of events that add to an inventory of an account. Their number grows as long as the account exists, so
     * they are never read as a whole.
     */
    static Tag of(AccountId account, Inventory<?> inventory) {
        return Tag.of(inventory.kind(), text(account));
    }

    /** @return the tag as stored in the log; unambiguous, because IDs contain no slash */
    static String text(Tag tag) {
        return tag.key() + "/" + tag.value();
    }

    private static String text(StreamId<?, ?, ?> stream) {
        return stream.project().value() + "/" + stream.value();
    }
}
