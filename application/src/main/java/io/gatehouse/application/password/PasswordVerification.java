package io.gatehouse.application.password;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountDirectory.Credentials;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.PasswordConfirmation;
import io.gatehouse.domain.account.AccountCommand.VettedPassword;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserFacts;

/** Finds out about passwords what an account has to know before it decides: slow work, done outside of its history. */
public final class PasswordVerification {

    private final AccountDirectory directory;
    private final PasswordHasher hasher;

    public PasswordVerification(AccountDirectory directory, PasswordHasher hasher) {
        this.directory = directory;
        this.hasher = hasher;
    }

    /** @throws RefusedException with {@link UserNotFound} if the account has gone meanwhile */
    public Credentials credentials(AccountId account) {
        return directory.credentials(account).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }

    /**
     * @throws RefusedException with {@link UserNotFound}, or {@link InvalidCredentials} if there is a password, and this is
     *     not it
     */
    public Credentials verify(AccountId account, PlainPassword typed) {
        var known = credentials(account);
        if (known.password() != null && !hasher.matches(typed, known.password())) {
            throw new RefusedException(new InvalidCredentials());
        }
        return known;
    }

    /** The password that was confirmed; for those who have none it becomes their first, once all else is well. */
    public PasswordConfirmation confirmation(Credentials confirmed, AcceptedPassword password) {
        var first = confirmed.password() == null ? hasher.hash(password.plain()) : null;
        return new PasswordConfirmation(confirmed.password(), first);
    }

    /** Compares with every password the project remembers, and hashes the new one. */
    public VettedPassword vet(Project project, Credentials known, UserFacts user, AcceptedPassword wanted) {
        var rules = project.policies().passwords();
        var reused = rules.history() > 0
                && known.remembered().reversed().stream()
                        .limit(rules.history())
                        .anyMatch(hash -> hasher.matches(wanted.plain(), hash));
        var personal = rules.personalData() && user.occurIn(wanted.plain());
        return new VettedPassword(hasher.hash(wanted.plain()), reused, personal, rules.history());
    }
}
