package io.gatehouse.application.contact;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.domain.Refusal.AddressInUse;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import java.time.InstantSource;

/**
 * Changes a user's e-mail address. If the account has no password, the given one becomes its password: this completes
 * an anonymous account.
 */
public final class UpdateEmail {

    private final AccountDirectory directory;
    private final PasswordVerification passwords;
    private final SignUpPolicy signUpPolicy;
    private final ContactChanges contactChanges;
    private final SecurityNotices securityNotices;
    private final InstantSource clock;

    public UpdateEmail(
            AccountDirectory directory,
            PasswordVerification passwords,
            SignUpPolicy signUpPolicy,
            ContactChanges contactChanges,
            SecurityNotices securityNotices,
            InstantSource clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.signUpPolicy = signUpPolicy;
        this.contactChanges = contactChanges;
        this.securityNotices = securityNotices;
        this.clock = clock;
    }

    public record Command(AccountId account, EmailAddress email, AcceptedPassword password) {}

    /**
     * The security notice goes to the old address: the reader of the new one knows of the change already.
     *
     * @throws RefusedException with {@link InvalidCredentials}, the rule that the address breaks,
     *     {@link TargetAlreadyExists}, also if it is the user's own already, or {@link AddressInUse}
     */
    public AccountView handle(Command command, RequestContext context) {
        var account = command.account();
        var confirmed = passwords.verify(account, command.password().plain());
        signUpPolicy.requireAllowedEmail(context.project(), command.email());
        var holder = directory.find(account.project(), command.email()).orElse(null);
        contactChanges.requireFree(account, new Identifier(command.email().value()), holder, new AddressInUse());
        var passwordConfirmation = passwords.confirmation(confirmed, command.password());
        var change = new ChangeEmail(account, command.email(), passwordConfirmation, clock.instant());
        return contactChanges.apply(
                account,
                ContactChange.to(change),
                context,
                (streams, before) -> securityNotices.enqueue(streams, context, before.facts(), change.at()));
    }
}
