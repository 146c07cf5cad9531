package io.gatehouse.application.contact;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.PhoneAlreadyExists;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.ChangePhone;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import java.time.InstantSource;

/** Changes a user's phone number. If the account has no password, the given one becomes its password. */
public final class UpdatePhone {

    private final AccountDirectory directory;
    private final StoredPhoneNumbers storedNumbers;
    private final PasswordVerification passwords;
    private final ContactChanges contactChanges;
    private final SecurityNotices securityNotices;
    private final InstantSource clock;

    public UpdatePhone(
            AccountDirectory directory,
            StoredPhoneNumbers storedNumbers,
            PasswordVerification passwords,
            ContactChanges contactChanges,
            SecurityNotices securityNotices,
            InstantSource clock) {
        this.directory = directory;
        this.storedNumbers = storedNumbers;
        this.passwords = passwords;
        this.contactChanges = contactChanges;
        this.securityNotices = securityNotices;
        this.clock = clock;
    }

    public record Command(AccountId account, PhoneInput phone, AcceptedPassword password) {}

    /**
     * @throws RefusedException with {@link InvalidCredentials}, {@link TargetAlreadyExists}, also if it is the user's
     *     own already, or {@link PhoneAlreadyExists}
     */
    public AccountView handle(Command command, RequestContext context) {
        var account = command.account();
        var confirmed = passwords.verify(account, command.password().plain());
        var phone = storedNumbers.spelling(account.project(), command.phone());
        var holder = directory.find(account.project(), phone).orElse(null);
        contactChanges.requireFree(account, new Identifier(phone.value()), holder, new PhoneAlreadyExists());
        var passwordConfirmation = passwords.confirmation(confirmed, command.password());
        var change = new ChangePhone(account, phone, passwordConfirmation, clock.instant());
        return contactChanges.apply(
                account,
                ContactChange.to(change),
                context,
                (streams, before) -> securityNotices.enqueue(streams, context, before.facts(), change.at()));
    }
}
