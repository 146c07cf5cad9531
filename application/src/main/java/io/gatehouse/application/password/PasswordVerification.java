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

/** Hashes and compares passwords before the unit of work; the account decides on the results. */
public final class PasswordVerification {

    private final AccountDirectory directory;
    private final PasswordHasher hasher;

    public PasswordVerification(AccountDirectory directory, PasswordHasher hasher) {
        this.directory = directory;
        this.hasher = hasher;
    }

    /** @throws RefusedException with {@link UserNotFound} if the account no longer exists */
    public Credentials credentials(AccountId account) {
        return directory.credentials(account).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }

    /**
     * Verifies the password of an account; accepts any if the account has none.
     *
     * @throws RefusedException with {@link UserNotFound}, or {@link InvalidCredentials} if the password is wrong
     */
    public Credentials verify(AccountId account, PlainPassword password) {
        var credentials = credentials(account);
        if (credentials.password() != null && !hasher.matches(password, credentials.password())) {
            throw new RefusedException(new InvalidCredentials());
        }
        return credentials;
    }

    /** Confirms a change. If the account has no password, the given one is hashed to become its first. */
    public PasswordConfirmation confirmation(Credentials confirmed, AcceptedPassword password) {
        var first = confirmed.password() == null ? hasher.hash(password.plain()) : null;
        return new PasswordConfirmation(confirmed.password(), first);
    }

    /** Checks a new password against the rules on reuse and personal data, and hashes it. */
    public VettedPassword vet(Project project, Credentials credentials, UserFacts user, AcceptedPassword candidate) {
        var rules = project.policies().passwords();
        var reused = rules.history() > 0
                && credentials.remembered().reversed().stream()
                        .limit(rules.history())
                        .anyMatch(hash -> hasher.matches(candidate.plain(), hash));
        var personal = rules.personalData() && user.occurIn(candidate.plain());
        return new VettedPassword(hasher.hash(candidate.plain()), reused, personal, rules.history());
    }
}
