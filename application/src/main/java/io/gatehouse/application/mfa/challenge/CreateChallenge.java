package io.gatehouse.application.mfa.challenge;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountCommand.ContactChannel;
import io.gatehouse.domain.account.AccountCommand.RequestChallenge;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.ContactDetails;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.session.SessionId;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates an MFA challenge for a factor of the caller's choice. For e-mail and phone a code is sent. */
public final class CreateChallenge {

    private final MessagingAvailability messaging;
    private final Secrets secrets;
    private final CodeDigests digests;
    private final MessageComposer composer;
    private final EventStore store;
    private final Ids ids;
    private final InstantSource clock;

    public CreateChallenge(
            MessagingAvailability messaging,
            Secrets secrets,
            CodeDigests digests,
            MessageComposer composer,
            EventStore store,
            Ids ids,
            InstantSource clock) {
        this.messaging = messaging;
        this.secrets = secrets;
        this.digests = digests;
        this.composer = composer;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param session the session that creates the challenge, and the only one that may answer it */
    public record Command(AccountView account, SessionId session, Factor factor) {}

    /**
     * Whether the user has an authenticator app or a recovery code is not checked before the answer.
     *
     * @throws RefusedException with {@link FactorIsOff}, {@link MailIsOff}, {@link EmailNotFound},
     *     {@link EmailNotVerified}, {@link SmsIsOff}, {@link PhoneNotFound} or {@link PhoneNotVerified}
     */
    public IssuedChallenge handle(Command command, RequestContext context) {
        context.project().policies().factors().require(command.factor());
        var challenge = issue(command, context.project());
        var code = secrets.nextCode();
        return store.transact(context.audited(AuditAction.CHALLENGE_CREATE), streams -> {
            switch (command.factor()) {
                case EMAIL -> createForEmail(streams, command, context, challenge, code);
                case PHONE -> createForPhone(streams, command, context, challenge, code);
                case TOTP, RECOVERY_CODE -> createWithoutMessage(streams, command, challenge);
            }
            return challenge;
        });
    }

    private IssuedChallenge issue(Command command, Project project) {
        var account = command.account().id();
        var now = clock.instant();
        var id = new ChallengeId(account.project(), ids.next());
        return new IssuedChallenge(
                id, account, now, now.plus(project.policies().validity().challenge()));
    }

    private void createForEmail(
            Streams streams, Command command, RequestContext context, IssuedChallenge challenge, Secret code) {
        messaging.requireEmail();
        var to = Objects.requireNonNull(
                contacts(streams, challenge.account(), ContactChannel.EMAIL).email());
        streams.append(created(command, challenge, digest(challenge, code), new Recipient(to.value())));
        streams.append(composer.emailChallenge(
                context, challenge.subject(), code, to, command.account().name()));
    }

    private void createForPhone(
            Streams streams, Command command, RequestContext context, IssuedChallenge challenge, Secret code) {
        messaging.requireSms();
        var to = Objects.requireNonNull(
                contacts(streams, challenge.account(), ContactChannel.PHONE).phone());
        streams.append(created(command, challenge, digest(challenge, code), new Recipient(to.value())));
        streams.append(composer.smsCode(context, MessageType.PHONE_CHALLENGE, challenge.subject(), code, to));
    }

    private static void createWithoutMessage(Streams streams, Command command, IssuedChallenge challenge) {
        streams.execute(challenge.account(), new RequireActive(challenge.account()));
        streams.append(created(command, challenge, null, null));
    }

    private SecretDigest digest(IssuedChallenge challenge, Secret code) {
        return digests.of(challenge.id().value(), code);
    }

    private static ContactDetails contacts(Streams streams, AccountId account, ContactChannel channel) {
        return streams.execute(account, new RequestChallenge(account, channel)).contacts();
    }

    private static MfaChallengeCreated created(
            Command command, IssuedChallenge challenge, @Nullable SecretDigest code, @Nullable Recipient sentTo) {
        return new MfaChallengeCreated(
                challenge.account(),
                challenge.id(),
                command.session(),
                command.factor(),
                code,
                sentTo,
                challenge.expiresAt(),
                challenge.createdAt());
    }
}
