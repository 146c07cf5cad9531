package io.gatehouse.application.account;

import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds accounts by what people know about them. */
public interface AccountDirectory {

    /** Only what it takes to sign in. */
    Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email);

    Optional<AccountView> find(AccountId account);

    Optional<AccountView> find(ProjectId project, EmailAddress email);

    Optional<AccountView> find(ProjectId project, PhoneNumber phone);

    /** @return empty if there is no such account */
    Optional<Credentials> credentials(AccountId account);

    /** Whether somebody is reached there, whoever it is. */
    boolean isTarget(ProjectId project, Identifier identifier);

    /** @return empty if that account has no such target */
    Optional<TargetView> findTarget(AccountId owner, TargetId target);

    /** Whether a project has as many users as that, or more. The effort grows with the limit. */
    boolean isFull(ProjectId project, int limit);

    /** @param password null if the user has none */
    record KnownAccount(AccountId id, @Nullable PasswordHash password) {}

    /**
     * @param password null if the user has none
     * @param remembered earlier ones and the present one, oldest first, as far as the project remembers any
     */
    record Credentials(@Nullable PasswordHash password, List<PasswordHash> remembered) {}
}
