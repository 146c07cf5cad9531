package io.gatehouse.persistence.log;

import io.gatehouse.application.log.LogViewsContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class HibernateLogViewsTest extends LogViewsContract {

    HibernateLogViewsTest(Postgres postgres) {
        super(postgres.store(), new HibernateLogViews(postgres.rows()));
    }
}
