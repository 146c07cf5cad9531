package io.gatehouse.application.mfa;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.SwitchMfa;
import io.gatehouse.domain.account.ContactDetails;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enables or disables multi-factor authentication for a user. */
public final class EnableOrDisableMfa {

    private final SecurityNotices securityNotices;
    private final AccountDirectory directory;
    private final EventStore store;
    private final InstantSource clock;

    public EnableOrDisableMfa(
            SecurityNotices securityNotices, AccountDirectory directory, EventStore store, InstantSource clock) {
        this.securityNotices = securityNotices;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    /** @param session the caller's session; null if the caller was authenticated by other means */
    public record Command(AccountView account, @Nullable SessionView session, boolean enable) {}

    /**
     * The session that enables MFA stays complete; others that lack a factor become incomplete at once.
     *
     * @throws RefusedException in strict projects with {@link ChallengeRequired}, if MFA is disabled without a recent
     *     challenge, see {@link StepUp#isSatisfied}
     */
    public AccountView handle(Command command, RequestContext context) {
        var now = clock.instant();
        requireStepUp(command, context.project(), now);
        var account = command.account().id();
        store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            var contacts = streams.execute(account, new SwitchMfa(account, command.enable(), now))
                    .contacts();
            if (!streams.decided().isEmpty()) {
                addProvenFactors(streams, command, contacts, now);
                securityNotices.enqueue(streams, context, command.account().facts(), now);
            }
            return account;
        });
        return directory.find(account).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }

    private static void requireStepUp(Command command, Project project, Instant now) {
        if (!command.enable()
                && project.policies().strict()
                && !StepUp.isSatisfied(command.account(), command.session(), now)) {
            throw new RefusedException(new ChallengeRequired());
        }
    }

    /** The session that enables MFA is credited with all verified factors, so that it stays complete. */
    private static void addProvenFactors(Streams streams, Command command, ContactDetails contacts, Instant now) {
        if (!command.enable() || command.session() == null) {
            return;
        }
        var account = command.account().id();
        var session = command.session().id();
        var totp = streams.list(account, EnrolledFactors.INVENTORY).hasVerifiedAuthenticator();
        var factors = Stream.of(Factor.values())
                .filter(factor -> switch (factor) {
                    case TOTP -> totp;
                    case EMAIL -> contacts.emailVerified();
                    case PHONE -> contacts.phoneVerified();
                    case RECOVERY_CODE -> false;
                })
                .map(Factor::proven)
                .toList();
        streams.execute(session, new AddFactors(session, account, factors, now));
    }
}
