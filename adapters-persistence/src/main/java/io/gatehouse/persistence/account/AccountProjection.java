package io.gatehouse.persistence.account;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code account}: one row per user. Unique indexes reserve its ID, e-mail address and phone number. */
public final class AccountProjection implements Projection {

    private static final String CREATE = """
            insert into account
                   (project_id, id, created_at, updated_at, accessed_at, name, email, password, password_updated_at)
            values ($1, $2, $3, $3, $3, $4, $5, $6, $7)""";

    private static final String RENAME = update("name = $4");

    private static final String REPLACE_PREFERENCES = update("preferences = $4");

    private static final String CHANGE_PASSWORD = update("password = $4, password_updated_at = $3");

    /** Leaves {@code updated_at} as it is: the password itself has not changed. */
    private static final String REHASH_PASSWORD = "update account set password = $3 where project_id = $1 and id = $2";

    /** Appends the hash and keeps the newest $4 hashes. */
    private static final String REMEMBER_PASSWORD = """
            update account set password_history =
                   (password_history || $3::text)[greatest(1, cardinality(password_history) + 2 - $4::integer):]
             where project_id = $1 and id = $2""";

    private static final String CHANGE_EMAIL = update("email = $4, email_verified = false");

    private static final String CHANGE_PHONE = update("phone = $4, phone_verified = false");

    private static final String VERIFY_EMAIL = update("email_verified = true");

    private static final String VERIFY_PHONE = update("phone_verified = true");

    private static final String ENABLE_MFA = update("mfa = true");

    private static final String DISABLE_MFA = update("mfa = false");

    private static final String BLOCK = update("blocked = true");

    private static final String ACCESS = update("accessed_at = $3");

    private static final String DELETE = "delete from account where project_id = $1 and id = $2";

    private static String update(String assignments) {
        return "update account set " + assignments + ", updated_at = $3 where project_id = $1 and id = $2";
    }

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("account", "project_id", "id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return recordedChange.event() instanceof AccountEvent event ? List.of(statement(event)) : List.of();
    }

    private static Statement statement(AccountEvent event) {
        var project = event.account().project().value();
        var id = event.account().value();
        var at = utc(event.at());
        return switch (event) {
            case UserCreated e -> create(e);
            case UserNameChanged e ->
                Statement.of(RENAME, project, id, at, e.name().value());
            case PreferencesReplaced e ->
                Statement.of(
                        REPLACE_PREFERENCES, project, id, at, e.preferences().value());
            case PasswordChanged e ->
                Statement.of(CHANGE_PASSWORD, project, id, at, e.password().value());
            case PasswordRehashed e ->
                Statement.of(REHASH_PASSWORD, project, id, e.password().value());
            case PasswordRemembered e ->
                Statement.of(REMEMBER_PASSWORD, project, id, e.password().value(), e.most());
            case EmailChanged e ->
                Statement.of(CHANGE_EMAIL, project, id, at, e.email().value());
            case PhoneChanged e ->
                Statement.of(CHANGE_PHONE, project, id, at, e.phone().value());
            case EmailVerified _ -> Statement.of(VERIFY_EMAIL, project, id, at);
            case PhoneVerified _ -> Statement.of(VERIFY_PHONE, project, id, at);
            case MfaEnabled _ -> Statement.of(ENABLE_MFA, project, id, at);
            case MfaDisabled _ -> Statement.of(DISABLE_MFA, project, id, at);
            case UserBlocked _ -> Statement.of(BLOCK, project, id, at);
            case UserAccessed _ -> Statement.of(ACCESS, project, id, at);
            case UserDeleted _ -> Statement.of(DELETE, project, id);
        };
    }

    private static Statement create(UserCreated e) {
        var name = e.name() == null ? null : e.name().value();
        var email = e.email() == null ? null : e.email().value();
        var password = e.password() == null ? null : e.password().value();
        var at = utc(e.at());
        return Statement.of(
                CREATE,
                e.account().project().value(),
                e.account().value(),
                at,
                name,
                email,
                password,
                password == null ? null : at);
    }
}
