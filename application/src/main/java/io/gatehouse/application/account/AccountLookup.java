package io.gatehouse.application.account;

import io.gatehouse.application.project.Project;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;

/** Finds accounts by an ID that an unauthenticated caller supplied. */
public final class AccountLookup {

    private final AccountDirectory directory;

    public AccountLookup(AccountDirectory directory) {
        this.directory = directory;
    }

    /**
     * @throws RefusedException with {@link UserNotFound}; in strict projects with {@link InvalidToken}, to prevent
     *     account enumeration
     */
    public AccountView require(Project project, AccountId account) {
        var refusal = project.policies().strict() ? new InvalidToken() : new UserNotFound();
        return directory.find(account).orElseThrow(() -> new RefusedException(refusal));
    }
}
