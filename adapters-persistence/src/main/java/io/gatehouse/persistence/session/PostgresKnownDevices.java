package io.gatehouse.persistence.session;

import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.persistence.Database;

/** Looks up along the primary key whether the user has any known device, and whether this one is known. */
public final class PostgresKnownDevices implements KnownDevices {

    private static final String IS_NEW = """
            select exists (select from known_device where project_id = $1 and user_id = $2)
               and not exists (select from known_device where project_id = $1 and user_id = $2 and device = $3) as is_new""";

    private final Database database;

    public PostgresKnownDevices(Database database) {
        this.database = database;
    }

    @Override
    public boolean isNewTo(AccountId account, Client client) {
        return database.lookUp(IS_NEW, account.project().value(), account.value(), ClientColumns.kind(client))
                .iterator()
                .next()
                .getBoolean("is_new");
    }
}
