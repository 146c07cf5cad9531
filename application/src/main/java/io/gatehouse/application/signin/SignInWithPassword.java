package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.ProviderUid;
import java.util.Objects;

/** Opens a session by e-mail address and password. */
public final class SignInWithPassword {

    private final AccountDirectory directory;
    private final PasswordHasher hasher;
    private final EventStore store;
    private final SessionOpener sessionOpener;

    public SignInWithPassword(
            AccountDirectory directory, PasswordHasher hasher, EventStore store, SessionOpener sessionOpener) {
        this.directory = directory;
        this.hasher = hasher;
        this.store = store;
        this.sessionOpener = sessionOpener;
    }

    public record Command(EmailAddress email, PlainPassword password) {}

    /** @throws RefusedException with {@link InvalidCredentials} or {@link UserIsBlocked} */
    public OpenedSession handle(Command command, RequestContext context) {
        var known = directory.findByEmail(context.project().id(), command.email());
        // An unknown address takes as long as a wrong password: the hasher then compares with a fixed hash.
        var matches = hasher.matches(
                command.password(), known.map(KnownAccount::password).orElse(null));
        var account = known.filter(_ -> matches).orElseThrow(() -> new RefusedException(new InvalidCredentials()));

        var hash = Objects.requireNonNull(account.password());
        var rehashed = hasher.isOutdated(hash) ? hasher.hash(command.password()) : null;
        var uid = new ProviderUid(command.email().value());
        var sessionDraft = sessionOpener.draft(context, account.id());
        return store.transact(context.audited(AuditAction.SESSION_CREATE), streams -> {
            streams.execute(account.id(), new SignIn(account.id(), hash, rehashed, sessionDraft.at()));
            return sessionOpener.open(streams, sessionDraft, SignInMethod.EMAIL_PASSWORD, uid);
        });
    }
}
