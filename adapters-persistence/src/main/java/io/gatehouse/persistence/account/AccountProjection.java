package io.gatehouse.persistence.account;

import static io.gatehouse.persistence.Times.utc;

import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code account}: one row per user, which also claims ID and address. */
public final class AccountProjection implements Projection {

    private static final String CREATE = """
            insert into account
                   (project_id, id, created_at, updated_at, accessed_at, name, email, password, password_updated_at)
            values ($1, $2, $3, $3, $3, $4, $5, $6, $7)""";

    private static final String RENAME =
            "update account set name = $3, updated_at = $4 where project_id = $1 and id = $2";

    private static final String REPLACE_PREFERENCES =
            "update account set preferences = $3, updated_at = $4 where project_id = $1 and id = $2";

    private static final String REHASH = "update account set password = $3 where project_id = $1 and id = $2";

    private static final String BLOCK =
            "update account set blocked = true, updated_at = $3 where project_id = $1 and id = $2";

    private static final String ACCESS =
            "update account set accessed_at = $3, updated_at = $3 where project_id = $1 and id = $2";

    @Override
    public List<Statement> of(Change change) {
        return change.event() instanceof AccountEvent event ? List.of(statement(event)) : List.of();
    }

    private static Statement statement(AccountEvent event) {
        var project = event.account().project().value();
        var id = event.account().value();
        var at = utc(event.at());
        return switch (event) {
            case UserCreated e -> {
                var name = e.name() == null ? null : e.name().value();
                var email = e.email() == null ? null : e.email().value();
                var password = e.password() == null ? null : e.password().value();
                yield Statement.of(CREATE, project, id, at, name, email, password, password == null ? null : at);
            }
            case UserNameChanged e -> Statement.of(RENAME, project, id, e.name().value(), at);
            case PreferencesReplaced e ->
                Statement.of(REPLACE_PREFERENCES, project, id, e.preferences().value(), at);
            case PasswordRehashed e ->
                Statement.of(REHASH, project, id, e.password().value());
            case UserBlocked _ -> Statement.of(BLOCK, project, id, at);
            case UserAccessed _ -> Statement.of(ACCESS, project, id, at);
        };
    }
}
