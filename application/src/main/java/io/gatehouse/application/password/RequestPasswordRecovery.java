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
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a link by e-mail with which a user can set a new password. */
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
     * @param url the page that the link opens; the token is added to its query
     * @param trusted whether the caller may learn if the account exists, even in a strict project
     */
    public record Command(EmailAddress email, RedirectUrl url, boolean trusted) {

        private boolean isDiscreet(RequestContext context) {
            return context.project().policies().strict() && !trusted;
        }
    }

    /** @param concealsAccount whether the response must not reveal the account of the token */
    public record Requested(IssuedToken token, boolean concealsAccount) {}

    /**
     * In strict projects, an untrusted caller gets the same response, after the same work, whether or not the account
     * exists or is blocked: this prevents account enumeration.
     *
     * @throws RefusedException with {@link MailIsOff}, {@link UserNotFound} or {@link UserIsBlocked}
     */
    public Requested handle(Command command, RequestContext context) {
        messaging.requireEmail();
        var known = directory.find(context.project().id(), command.email());
        if (command.isDiscreet(context)
                && known.filter(account -> !account.blocked()).isEmpty()) {
            return ignore(command, known, context);
        }
        var account = known.orElseThrow(() -> new RefusedException(new UserNotFound()));
        try {
            return request(command, account, context);
        } catch (RefusedException refused) {
            if (command.isDiscreet(context)) {
                return ignore(command, known, context);
            }
            throw refused;
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

    /** Does as much work as for a user and appends an event for auditors, but issues no token and sends nothing. */
    private Requested ignore(Command command, Optional<AccountView> known, RequestContext context) {
        var account = known.map(AccountView::id)
                .orElseGet(() -> new AccountId(context.project().id(), ids.next()));
        var token = tokenIssuer.recovery(context.project(), account);
        // Composed and discarded, because encryption takes time, too.
        message(command, token, null, context);
        return store.transact(context.metadata(), streams -> {
            streams.read(account);
            streams.append(new RecoveryIgnored(account, token.id(), token.createdAt()));
            return new Requested(token, true);
        });
    }

    private MessageRequested message(
            Command command, IssuedToken token, @Nullable DisplayName name, RequestContext context) {
        var link = command.url().with(token);
        return composer.link(context, MessageType.RECOVERY, token.subject(), link, command.email(), name);
    }
}
