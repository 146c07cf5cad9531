package io.gatehouse.persistence.session;

import io.gatehouse.application.session.SessionViewsContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class HibernateSessionViewsTest extends SessionViewsContract {

    HibernateSessionViewsTest(Postgres postgres) {
        super(
                postgres.store(),
                new HibernateSessionViews(postgres.rows()),
                new PostgresSessionAuthentication(postgres.sharedDatabase()));
    }
}
