package io.gatehouse.application.password;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionTermination;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.ChangePassword;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Changes the password of a user, or sets the first one. */
public final class UpdatePassword {

    /** Compared in place of an old password that was not sent. */
    private static final PlainPassword NOT_SENT = new PlainPassword("");

    private final AccountDirectory directory;
    private final PasswordVerification passwords;
    private final SecurityNotices securityNotices;
    private final EventStore store;
    private final InstantSource clock;

    public UpdatePassword(
            AccountDirectory directory,
            PasswordVerification passwords,
            SecurityNotices securityNotices,
            EventStore store,
            InstantSource clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.securityNotices = securityNotices;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param old null if none was sent, which is accepted if the user has no password
     * @param current the caller's session; null if the caller was authenticated by other means, and no session is ended
     */
    public record Command(
            AccountView account,
            AcceptedPassword password,
            @Nullable PlainPassword old,
            @Nullable SessionId current) {}

    /**
     * If the project ends sessions on a new password, the session of a concurrent sign-in with the old password is
     * ended here, or that sign-in is refused.
     *
     * @throws RefusedException with {@link InvalidCredentials}, {@link PasswordRecentlyUsed} or
     *     {@link PasswordHasPersonalData}
     */
    public AccountView handle(Command command, RequestContext context) {
        var id = command.account().id();
        var credentials = passwords.verify(id, command.old() == null ? NOT_SENT : command.old());
        var vetted =
                passwords.vet(context.project(), credentials, command.account().facts(), command.password());
        var now = clock.instant();
        var change = new ChangePassword(id, credentials.password(), vetted, now);
        store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(id, change);
            endOtherSessions(streams, command, context, now);
            securityNotices.enqueue(streams, context, command.account().facts(), now);
            return id;
        });
        return directory.find(id).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }

    private static void endOtherSessions(Streams streams, Command command, RequestContext context, Instant now) {
        if (command.current() == null || !context.project().policies().newPasswordEndsSessions()) {
            return;
        }
        var account = command.account().id();
        var others = streams.list(account, OpenSession.INVENTORY).stream()
                .map(OpenSession::id)
                .filter(session -> !session.equals(command.current()))
                .toList();
        SessionTermination.end(streams, account, others, session -> new EndSession(session, account, now), now);
    }
}
