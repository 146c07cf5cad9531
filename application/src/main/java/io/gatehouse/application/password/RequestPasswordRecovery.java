package io.gatehouse.application.password;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessageComposer.Envelope;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequestRecovery;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails a link that sets a new password. */
public final class RequestPasswordRecovery {

    private final MessagingAvailability messaging;
    private final AccountDirectory directory;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final EventStore store;
    private final Ids ids;

    public RequestPasswordRecovery(
            MessagingAvailability messaging,
            AccountDirectory directory,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            EventStore store,
            Ids ids) {
        this.messaging = messaging;
        this.directory = directory;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.store = store;
        this.ids = ids;
    }

    /**
     * @param url where the link leads
     * @param trusted whether the caller may know who is a user, even in a strict project
     */
    public record Command(Project project, EmailAddress email, RedirectUrl url, boolean trusted, Locale locale) {

        private boolean isDiscreet() {
            return project.policies().strict() && !trusted;
        }
    }

    /** @param discreet whether the caller may not be told whom the token is for */
    public record Requested(IssuedToken token, boolean discreet) {}

    /**
     * In strict projects nobody is refused, and everybody waits for the same work.
     *
     * @throws RefusedException with {@link MailIsOff}, {@link UserNotFound} or {@link UserIsBlocked}
     */
    public Requested handle(Command command, RequestMetadata metadata) {
        messaging.requireEmail();
        var known = directory.find(command.project().id(), command.email());
        if (command.isDiscreet() && known.filter(account -> !account.blocked()).isEmpty()) {
            return pretend(command, known, metadata);
        }
        var account = known.orElseThrow(() -> new RefusedException(new UserNotFound()));
        try {
            return request(command, account, metadata);
        } catch (RefusedException late) {
            if (command.isDiscreet()) {
                return pretend(command, known, metadata);
            }
            throw late;
        }
    }

    private Requested request(Command command, AccountView account, RequestMetadata metadata) {
        var token = tokenIssuer.recovery(command.project(), account.id());
        var letter = letter(command, token, account.name());
        return store.transact(metadata.audited(AuditAction.RECOVERY_CREATE), streams -> {
            streams.execute(account.id(), new RequestRecovery(account.id(), command.email()));
            streams.append(token.issued());
            streams.append(letter);
            return new Requested(token, command.isDiscreet());
        });
    }

    /** As much work as for a user, and a fact for the auditors; but nothing that could be redeemed or sent. */
    private Requested pretend(Command command, Optional<AccountView> known, RequestMetadata metadata) {
        var nobody = known.map(AccountView::id)
                .orElseGet(() -> new AccountId(command.project().id(), ids.next()));
        var token = tokenIssuer.recovery(command.project(), nobody);
        // Sealing takes time, too.
        letter(command, token, null);
        return store.transact(metadata, streams -> {
            streams.read(nobody);
            streams.append(new RecoveryIgnored(nobody, token.id(), token.createdAt()));
            return new Requested(token, true);
        });
    }

    private MessageRequested letter(Command command, IssuedToken token, @Nullable UserName name) {
        var envelope = new Envelope(command.project(), command.locale());
        return composer.link(
                envelope,
                token,
                MessageType.RECOVERY,
                command.email(),
                name,
                command.url().with(token));
    }
}
