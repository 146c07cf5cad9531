package io.gatehouse.persistence.mfa;

import io.gatehouse.application.mfa.FactorViewsContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresFactorViewsTest extends FactorViewsContract {

    PostgresFactorViewsTest(Postgres postgres) {
        super(postgres.store(), new PostgresFactorViews(postgres.sharedDatabase()));
    }
}
