package io.gatehouse.application.signup;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserFacts;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates an account with an e-mail address and a password. Opens no session. */
public final class SignUp {

    private final SignUpPolicy signUpPolicy;
    private final PasswordHasher hasher;
    private final EventStore store;
    private final Ids ids;
    private final InstantSource clock;

    public SignUp(SignUpPolicy signUpPolicy, PasswordHasher hasher, EventStore store, Ids ids, InstantSource clock) {
        this.signUpPolicy = signUpPolicy;
        this.hasher = hasher;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param name null if the user gave none */
    public record Command(
            AccountId id,
            EmailAddress email,
            AcceptedPassword password,
            @Nullable DisplayName name) {}

    /**
     * Does not look up the ID or the address: the transaction that appends the events guarantees that both are unique.
     *
     * @throws RefusedException with {@link UserCountExceeded}, {@link PasswordHasPersonalData}, the rule that the
     *     address breaks, or {@link UserAlreadyExists}
     */
    public AccountView handle(Command command, RequestContext context) {
        signUpPolicy.requireCapacity(context.project());
        requireNoPersonalData(command, context);
        signUpPolicy.requireAllowedEmail(context.project(), command.email());

        var hash = hasher.hash(command.password().plain());
        var now = clock.instant();
        var created = new UserCreated(command.id(), command.email(), hash, command.name(), now);
        return NewAccount.withEmail(created, command.email(), ids.next())
                .retryWithoutTarget(newAccount -> store.transact(context.audited(AuditAction.USER_CREATE), streams -> {
                    newAccount.appendTo(streams);
                    passwordHistory(command, context, hash, created).forEach(streams::append);
                    return view(created, command.email(), newAccount.target());
                }));
    }

    private static void requireNoPersonalData(Command command, RequestContext context) {
        var user = new UserFacts(command.id(), command.email(), command.name(), null);
        var rules = context.project().policies().passwords();
        if (rules.personalData() && user.occurIn(command.password().plain())) {
            throw new RefusedException(new PasswordHasPersonalData());
        }
    }

    private static Stream<PasswordRemembered> passwordHistory(
            Command command, RequestContext context, PasswordHash hash, UserCreated created) {
        var history = context.project().policies().passwords().history();
        return history == 0
                ? Stream.of()
                : Stream.of(new PasswordRemembered(command.id(), hash, history, created.at()));
    }

    private static AccountView view(UserCreated created, EmailAddress email, @Nullable TargetCreated target) {
        var now = created.at();
        return new AccountView(
                created.account(),
                now,
                now,
                created.name(),
                false,
                List.of(),
                now,
                email,
                null,
                false,
                false,
                false,
                false,
                Preferences.NONE,
                Stream.ofNullable(target).map(SignUp::targetView).toList(),
                now);
    }

    private static TargetView targetView(TargetCreated target) {
        var identifier = target.identifier().value();
        return new TargetView(
                target.target().value(), target.at(), target.at(), "", null, target.providerType(), identifier, false);
    }
}
