package io.gatehouse.persistence.mfa;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.persistence.Database;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the second factors of an account by one lookup over two primary keys, for display and for decisions. */
public final class PostgresFactorViews implements FactorViews {

    private static final String BY_USER = """
            select a.id as authenticator, a.secret, a.verified, r.id as codes, r.digests, r.sealed
              from (values ($1::text, $2::text)) as owner (project_id, user_id)
              left join authenticator a using (project_id, user_id)
              left join recovery_codes r using (project_id, user_id)""";

    private static final String READABLE = """
            select user_id, id from recovery_codes
             where project_id = $1 and sealed is not null order by user_id limit $2""";

    private final Database database;

    public PostgresFactorViews(Database database) {
        this.database = database;
    }

    @Override
    public EnrolledFactors of(AccountId account) {
        var project = account.project();
        var row = database.lookUp(BY_USER, project.value(), account.value())
                .iterator()
                .next();
        return new EnrolledFactors(authenticator(project, row), recoveryCodes(project, row));
    }

    @Override
    public List<ReadableCodes> readableCodes(ProjectId project, int most) {
        var readable = new ArrayList<ReadableCodes>();
        for (var row : database.lookUp(READABLE, project.value(), (long) most)) {
            var owner = new AccountId(project, row.getString("user_id"));
            readable.add(new ReadableCodes(owner, new RecoveryCodesId(project, row.getString("id"))));
        }
        return readable;
    }

    private static @Nullable EnrolledAuthenticator authenticator(ProjectId project, Row row) {
        String id = row.getString("authenticator");
        return id == null
                ? null
                : new EnrolledAuthenticator(
                        new AuthenticatorId(project, id),
                        new Ciphertext(row.getString("secret")),
                        row.getBoolean("verified"));
    }

    private static @Nullable RecoveryCodeSet recoveryCodes(ProjectId project, Row row) {
        String id = row.getString("codes");
        String sealed = row.getString("sealed");
        return id == null
                ? null
                : new RecoveryCodeSet(
                        new RecoveryCodesId(project, id),
                        Stream.of(row.getArrayOfStrings("digests"))
                                .map(SecretDigest::new)
                                .toList(),
                        sealed == null ? null : new Ciphertext(sealed));
    }
}
