package io.gatehouse.persistence.account;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.Database;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds accounts and targets through their unique indexes. */
public final class PostgresAccountDirectory implements AccountDirectory {

    private static final String SIGNING_IN = "select id, password from account where project_id = $1 and email = $2";

    private static final String VIEW =
            "select a.id, " + AccountRows.COLUMNS + " from account a where a.project_id = $1";

    private static final String BY_ID = VIEW + " and a.id = $2";

    private static final String BY_EMAIL = VIEW + " and a.email = $2";

    private static final String BY_PHONE = VIEW + " and a.phone = $2";

    private static final String CREDENTIALS =
            "select password, password_history from account where project_id = $1 and id = $2";

    private static final String TARGET = "select from target where project_id = $1 and identifier = $2";

    private static final String TARGET_BY_ID = """
            select id, user_id, created_at, updated_at, name, provider_id, provider_type, identifier, expired
              from target where project_id = $1 and id = $2""";

    /** Counts along the primary key, up to the limit. The order prevents a plan that also scans other projects. */
    private static final String FULL = """
            select count(*) >= $2 as is_full
              from (select from account where project_id = $1 order by id limit $2) as users""";

    private final Database database;

    public PostgresAccountDirectory(Database database) {
        this.database = database;
    }

    @Override
    public Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email) {
        return find(
                SIGNING_IN,
                project,
                email.value(),
                row -> new KnownAccount(id(project, row), password(row.getString("password"))));
    }

    @Override
    public Optional<AccountView> find(AccountId account) {
        return view(BY_ID, account.project(), account.value());
    }

    @Override
    public Optional<AccountView> find(ProjectId project, EmailAddress email) {
        return view(BY_EMAIL, project, email.value());
    }

    @Override
    public Optional<AccountView> find(ProjectId project, PhoneNumber phone) {
        return view(BY_PHONE, project, phone.value());
    }

    @Override
    public Optional<Credentials> credentials(AccountId account) {
        return find(CREDENTIALS, account.project(), account.value(), PostgresAccountDirectory::credentials);
    }

    @Override
    public boolean isTarget(ProjectId project, Identifier identifier) {
        return find(TARGET, project, identifier.value(), row -> row).isPresent();
    }

    @Override
    public Optional<TargetView> findTarget(AccountId owner, TargetId target) {
        return find(TARGET_BY_ID, target.project(), target.value(), row -> row)
                .filter(row -> owner.equals(new AccountId(target.project(), row.getString("user_id"))))
                .map(AccountRows::target);
    }

    @Override
    public boolean isFull(ProjectId project, int limit) {
        var rows = database.lookUp(FULL, project.value(), (long) limit).iterator();
        return rows.next().getBoolean("is_full");
    }

    private Optional<AccountView> view(String sql, ProjectId project, String value) {
        return find(sql, project, value, row -> AccountRows.view(id(project, row), row));
    }

    private <T> Optional<T> find(String sql, ProjectId project, String value, Function<Row, T> from) {
        for (var row : database.lookUp(sql, project.value(), value)) {
            return Optional.of(from.apply(row));
        }
        return Optional.empty();
    }

    private static AccountId id(ProjectId project, Row row) {
        return new AccountId(project, row.getString("id"));
    }

    private static Credentials credentials(Row row) {
        var remembered = Stream.of(row.getArrayOfStrings("password_history")).map(PasswordHash::new);
        return new Credentials(password(row.getString("password")), remembered.toList());
    }

    private static @Nullable PasswordHash password(@Nullable String hash) {
        return hash == null ? null : new PasswordHash(hash);
    }
}
