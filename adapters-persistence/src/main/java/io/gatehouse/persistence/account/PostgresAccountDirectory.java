package io.gatehouse.persistence.account;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.persistence.Database;
import java.util.Optional;

/** Looks accounts up through the unique indexes that also claim what they are looked up by. */
public final class PostgresAccountDirectory implements AccountDirectory {

    private static final String BY_EMAIL = "select id, password from account where project_id = $1 and email = $2";

    private final Database database;

    public PostgresAccountDirectory(Database database) {
        this.database = database;
    }

    @Override
    public Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email) {
        for (var row : database.lookUp(BY_EMAIL, project.value(), email.value())) {
            var password = row.getString("password");
            var id = new AccountId(project, row.getString("id"));
            return Optional.of(new KnownAccount(id, password == null ? null : new PasswordHash(password)));
        }
        return Optional.empty();
    }
}
