package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.session.SessionOpener.Way;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.ProviderUid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens a session for whoever knows the e-mail address and password of an account. */
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

    public record Command(Project project, EmailAddress email, PlainPassword password, Locale locale) {}

    /** @throws RefusedException with {@link InvalidCredentials} or {@link UserIsBlocked} */
    public OpenedSession handle(Command command, RequestMetadata metadata) {
        var known = directory.findByEmail(command.project().id(), command.email());
        var hash = known.map(KnownAccount::password).orElse(null);
        // An unknown address costs as much time as a wrong password: the hasher compares with a hash of nothing.
        var matches = hasher.matches(command.password(), hash);
        // Nor does a wrong password cost more: nobody has to look at the account's history for it.
        var account = known.filter(_ -> matches)
                .orElseThrow(() -> new RefusedException(new InvalidCredentials()))
                .id();

        var rehashed = rehashed(command.password(), hash);
        var context = new RequestContext(command.project(), command.locale(), metadata);
        var way = new Way("email", new ProviderUid(command.email().value()), List.of("password"), true);
        var sessionDraft = sessionOpener.draft(context, account);
        return store.transact(metadata.audited(AuditAction.SESSION_CREATE), streams -> {
            streams.execute(account, new SignIn(account, hash, matches, rehashed, sessionDraft.at()));
            return sessionOpener.open(streams, sessionDraft, way);
        });
    }

    private @Nullable PasswordHash rehashed(PlainPassword password, @Nullable PasswordHash hash) {
        return hash != null && hasher.isOutdated(hash) ? hasher.hash(password) : null;
    }
}
