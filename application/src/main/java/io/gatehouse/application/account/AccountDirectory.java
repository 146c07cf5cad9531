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

/** Finds accounts, their credentials and their targets. */
public interface AccountDirectory {

    /** Finds only the data needed to sign in. */
    Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email);

    Optional<AccountView> find(AccountId account);

    Optional<AccountView> find(ProjectId project, EmailAddress email);

    Optional<AccountView> find(ProjectId project, PhoneNumber phone);

    /** @return empty if there is no such account */
    Optional<Credentials> credentials(AccountId account);

    /** Whether any account of the project has a target with this identifier. */
    boolean isTarget(ProjectId project, Identifier identifier);

    /** @return empty if that account has no such target */
    Optional<TargetView> findTarget(AccountId owner, TargetId target);

    /** Whether a project has at least this many users. The cost grows with the limit. */
    boolean isFull(ProjectId project, int limit);

    /** @param password null if the user has none */
    record KnownAccount(AccountId id, @Nullable PasswordHash password) {}

    /**
     * @param password null if the user has none
     * @param remembered the hashes of past passwords and the current one, oldest first, as many as the project keeps
     */
    record Credentials(@Nullable PasswordHash password, List<PasswordHash> remembered) {}
}
