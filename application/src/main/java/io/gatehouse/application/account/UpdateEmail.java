package io.gatehouse.application.account;

import io.gatehouse.application.Audit;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.Streams;
import io.gatehouse.domain.Refusal.AddressInUse;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** Changes a user's address. For those who had no password, the one typed along becomes it: so guests become users. */
public final class UpdateEmail {

    private final AccountDirectory directory;
    private final PasswordChanges passwords;
    private final Admission admission;
    private final EventStore store;
    private final Targets targets;
    private final InstantSource clock;

    public UpdateEmail(
            AccountDirectory directory,
            PasswordChanges passwords,
            Admission admission,
            EventStore store,
            Ids ids,
            InstantSource clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.admission = admission;
        this.store = store;
        this.targets = new Targets(ids);
        this.clock = clock;
    }

    public record Command(Project project, AccountId account, EmailAddress email, PlainPassword password) {}

    /**
     * What was sent to the old address is of no use any more.
     *
     * @throws RefusedException with {@link InvalidCredentials}, the rule that the address breaks,
     *     {@link TargetAlreadyExists} also if it is the user's own already, or {@link AddressInUse}
     */
    public AccountView handle(Command command, Occasion occasion) {
        var confirmed = passwords.confirm(command.account(), command.password());
        admission.accept(command.project(), command.email());
        refuseTaken(command);
        var confirmation = passwords.adopt(confirmed, command.password());
        var now = clock.instant();
        var change = new ChangeEmail(command.account(), command.email(), confirmation, now);
        append(occasion.as(Audit.USER_UPDATE), streams -> {
            streams.ask(command.account(), change);
            targets.move(streams, account(command.account()), command.email(), now);
            withdrawLetters(streams, command.account(), now);
            return command.account();
        });
        return account(command.account());
    }

    /** Whoever loses a race for an address is told what they would have been told a moment later. */
    private void append(Occasion occasion, Function<Streams, AccountId> change) {
        try {
            store.transact(occasion, change);
        } catch (RefusedException refused) {
            throw refused.refusal() instanceof UserAlreadyExists
                    ? new RefusedException(new TargetAlreadyExists())
                    : refused;
        }
    }

    private void refuseTaken(Command command) {
        var project = command.project().id();
        if (directory.isTarget(project, new Identifier(command.email().value()))) {
            throw new RefusedException(new TargetAlreadyExists());
        }
        directory
                .find(project, command.email())
                .filter(owner -> !owner.id().equals(command.account()))
                .ifPresent(_ -> {
                    throw new RefusedException(new AddressInUse());
                });
    }

    private static void withdrawLetters(Streams streams, AccountId account, Instant now) {
        streams.tokensOf(account).stream()
                .filter(token -> token.kind().wentByMail())
                .forEach(token -> streams.ask(token.id(), new WithdrawToken(token.id(), Reason.ADDRESS_CHANGED, now)));
    }

    private AccountView account(AccountId id) {
        return directory.find(id).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }
}
