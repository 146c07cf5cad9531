package io.gatehouse.persistence.session;

import io.gatehouse.application.session.SessionAuthenticationContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresSessionAuthenticationTest extends SessionAuthenticationContract {

    PostgresSessionAuthenticationTest(Postgres postgres) {
        super(postgres.store(), new PostgresSessionAuthentication(postgres.sharedDatabase()));
    }
}
