package io.gatehouse.application.account;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds accounts by what people know about them. */
public interface AccountDirectory {

    Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email);

    /** @param password null if the user has none */
    record KnownAccount(AccountId id, @Nullable PasswordHash password) {}
}
