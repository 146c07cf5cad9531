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

/** Changes a password, or sets the first one of a user who had none. */
public final class UpdatePassword {

    /** Whoever gives no old password is taken to have typed nothing. */
    private static final PlainPassword NOTHING = new PlainPassword("");

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
     * @param old null if none was given, which is fine for users who had none
     * @param current the session that was presented; null for those who came otherwise, whose sessions all stay
     */
    public record Command(
            AccountView account,
            AcceptedPassword password,
            @Nullable PlainPassword old,
            @Nullable SessionId current) {}

    /**
     * A sign-in by the old password that happens at the same moment is either ended here or refused there.
     *
     * @throws RefusedException with {@link InvalidCredentials}, {@link PasswordRecentlyUsed} or
     *     {@link PasswordHasPersonalData}
     */
    public AccountView handle(Command command, RequestContext context) {
        var id = command.account().id();
        var known = passwords.verify(id, command.old() == null ? NOTHING : command.old());
        var judged = passwords.vet(context.project(), known, command.account().facts(), command.password());
        var now = clock.instant();
        var change = new ChangePassword(id, known.password(), judged, now);
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
        var by = command.account().id();
        var others = streams.list(by, OpenSession.INVENTORY).stream()
                .map(OpenSession::id)
                .filter(session -> !session.equals(command.current()))
                .toList();
        SessionTermination.end(streams, by, others, session -> new EndSession(session, by, now), now);
    }
}
