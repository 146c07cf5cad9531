package io.gatehouse.bootstrap.nativeimage;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Events and all that is stored with them, which the event codec reads and writes by reflection. Includes nested types. */
@RegisterForReflection(
        targets = {
            AccountEvent.class,
            AuthenticatorEvent.class,
            MessageEvent.class,
            MfaChallengeEvent.class,
            RecoveryCodesEvent.class,
            SessionEvent.class,
            TargetEvent.class,
            TokenEvent.class,
            TotpStepEvent.class,
            Actor.class,
            AuditAction.class,
            RequestMetadata.class,
            AccountId.class,
            AuthenticationFactor.class,
            AuthenticatorId.class,
            ChallengeId.class,
            Ciphertext.class,
            Client.class,
            DisplayName.class,
            EmailAddress.class,
            Factor.class,
            IpAddress.class,
            MessageType.class,
            PasswordHash.class,
            PhoneNumber.class,
            Preferences.class,
            ProjectId.class,
            ProviderUid.class,
            Recipient.class,
            RecoveryCodesId.class,
            SecretDigest.class,
            SessionId.class,
            TargetId.class,
            TokenId.class,
            TokenKind.class,
            UserAgent.class
        })
final class StoredTypes {

    private StoredTypes() {}
}
