package io.gatehouse.application.contact;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes the e-mail address or phone number of a user: the steps that both changes have in common. */
public final class ContactChanges {

    private final AccountDirectory directory;
    private final EventStore store;
    private final Ids ids;

    public ContactChanges(AccountDirectory directory, EventStore store, Ids ids) {
        this.directory = directory;
        this.store = store;
        this.ids = ids;
    }

    /**
     * @param holder the account that has the address or number, possibly the user's own; null if there is none
     * @param taken the refusal if another user owns it
     * @throws RefusedException with {@link TargetAlreadyExists} if a target of any account has it, including the user's
     *     own; with {@code taken} if another account has it
     */
    void requireFree(AccountId account, Identifier wanted, @Nullable AccountView holder, Refusal taken) {
        if (directory.isTarget(account.project(), wanted)) {
            throw new RefusedException(new TargetAlreadyExists());
        }
        if (holder != null && !holder.id().equals(account)) {
            throw new RefusedException(taken);
        }
    }

    /**
     * Applies the change to the account and its target, and withdraws the tokens that were sent to the old address or
     * number. If another user claims the new one concurrently, the refusal is {@link TargetAlreadyExists}, as it would
     * be a moment later.
     *
     * @param afterwards receives the account as it was before the change; runs in the same unit of work
     * @return the account after the change
     */
    AccountView apply(
            AccountId account,
            ContactChange change,
            RequestContext context,
            BiConsumer<Streams, AccountView> afterwards) {
        try {
            store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
                streams.execute(account, change.change());
                var before = account(account);
                streams.append(target(before, change));
                withdrawTokens(streams, account, change);
                afterwards.accept(streams, before);
                return account;
            });
        } catch (RefusedException refused) {
            throw refused.refusal() instanceof UserAlreadyExists
                    ? new RefusedException(new TargetAlreadyExists())
                    : refused;
        }
        return account(account);
    }

    /** The user's target gets the new address or number; a user without a target gets one. */
    private TargetEvent target(AccountView before, ContactChange change) {
        var owner = before.id();
        return before.targets().stream()
                .filter(target -> target.providerType().equals(change.providerType()))
                .findFirst()
                .<TargetEvent>map(old ->
                        new TargetReaddressed(owner, new TargetId(owner.project(), old.id()), change.to(), change.at()))
                .orElseGet(() -> new TargetCreated(
                        owner,
                        new TargetId(owner.project(), ids.next()),
                        change.providerType(),
                        change.to(),
                        change.at()));
    }

    private static void withdrawTokens(Streams streams, AccountId account, ContactChange change) {
        streams.list(account, OutstandingToken.INVENTORY).stream()
                .filter(token -> change.obsolete().test(token.terms().kind()))
                .forEach(token -> streams.execute(
                        token.id(), new WithdrawToken(token.id(), Reason.ADDRESS_CHANGED, change.at())));
    }

    private AccountView account(AccountId id) {
        return directory.find(id).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }
}
