package io.gatehouse.application.password;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
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
    public record Command(EmailAddress email, RedirectUrl url, boolean trusted) {

        private boolean isDiscreet(RequestContext context) {
            return context.project().policies().strict() && !trusted;
        }
    }

    /** @param discreet whether the caller may not be told whom the token is for */
    public record Requested(IssuedToken token, boolean discreet) {}

    /**
     * In strict projects nobody is refused, and everybody waits for the same work.
     *
     * @throws RefusedException with {@link MailIsOff}, {@link UserNotFound} or {@link UserIsBlocked}
     */
    public Requested handle(Command command, RequestContext context) {
        messaging.requireEmail();
        var known = directory.find(context.project().id(), command.email());
        if (command.isDiscreet(context)
                && known.filter(account -> !account.blocked()).isEmpty()) {
            return pretend(command, known, context);
        }
        var account = known.orElseThrow(() -> new RefusedException(new UserNotFound()));
        try {
            return request(command, account, context);
        } catch (RefusedException late) {
            if (command.isDiscreet(context)) {
                return pretend(command, known, context);
            }
            throw late;
        }
    }

    private Requested request(Command command, AccountView account, RequestContext context) {
        var token = tokenIssuer.recovery(context.project(), account.id());
        var message = message(command, token, account.name(), context);
        return store.transact(context.audited(AuditAction.RECOVERY_CREATE), streams -> {
            streams.execute(account.id(), new RequestRecovery(account.id(), command.email()));
            streams.append(token.issued());
            streams.append(message);
            return new Requested(token, command.isDiscreet(context));
        });
    }

    /** As much work as for a user, and a fact for the auditors; but nothing that could be redeemed or sent. */
    private Requested pretend(Command command, Optional<AccountView> known, RequestContext context) {
        var nobody = known.map(AccountView::id)
                .orElseGet(() -> new AccountId(context.project().id(), ids.next()));
        var token = tokenIssuer.recovery(context.project(), nobody);
        // Encryption takes time, too.
        message(command, token, null, context);
        return store.transact(context.metadata(), streams -> {
            streams.read(nobody);
            streams.append(new RecoveryIgnored(nobody, token.id(), token.createdAt()));
            return new Requested(token, true);
        });
    }

    private MessageRequested message(
            Command command, IssuedToken token, @Nullable UserName name, RequestContext context) {
        var link = command.url().with(token);
        return composer.link(context, MessageType.RECOVERY, token.subject(), link, command.email(), name);
    }
}
