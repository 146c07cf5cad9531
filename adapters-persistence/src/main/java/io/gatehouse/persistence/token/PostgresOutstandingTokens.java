package io.gatehouse.persistence.token;

import static io.gatehouse.persistence.Timestamps.instant;

import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.domain.token.TokenTerms;
import io.gatehouse.persistence.Database;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Lists the outstanding tokens of an account, for decisions about all of them. */
public final class PostgresOutstandingTokens {

    private static final String BY_USER = """
            select id, kind, secret, created_at, expires_at from token
             where user_id = $1 and project_id = $2 order by created_at, id""";

    private final Database database;

    public PostgresOutstandingTokens(Database database) {
        this.database = database;
    }

    /** @return oldest first, including expired ones */
    public List<OutstandingToken> of(AccountId account) {
        var tokens = new ArrayList<OutstandingToken>();
        for (var row :
                database.lookUp(BY_USER, account.value(), account.project().value())) {
            tokens.add(token(account.project(), row));
        }
        return tokens;
    }

    private static OutstandingToken token(ProjectId project, Row row) {
        return new OutstandingToken(
                new TokenId(project, row.getString("id")),
                new TokenTerms(
                        TokenKind.valueOf(row.getString("kind")),
                        new SecretDigest(row.getString("secret")),
                        instant(row, "expires_at")),
                instant(row, "created_at"));
    }
}
