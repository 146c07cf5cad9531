package io.gatehouse.persistence.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.Contract;
import io.gatehouse.application.EventStore;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Postgres;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class RecoveryCodesProjectionTest extends Contract {

    private final Pool pool;
    private final EventStore store;

    RecoveryCodesProjectionTest(Postgres postgres) {
        this.pool = postgres.pool();
        this.store = postgres.node();
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @Test
    void what_could_show_the_codes_goes_with_the_last_of_them() {
        signUp(alice);
        var codes = codes(alice, "codes", "one", "two", "three");
        happened(codes, spent(codes, "two"), spent(codes, "one"));
        assertThat(row().getString("sealed")).isEqualTo("codes");
        happened(spent(codes, "three"));
        assertThat(row().getString("sealed")).isNull();
        assertThat(row().getArrayOfStrings("digests")).isEmpty();
    }

    @Test
    void a_single_code_is_the_last() {
        signUp(alice);
        var codes = codes(alice, "codes", "one");
        happened(codes, spent(codes, "one"));
        assertThat(row().getString("sealed")).isNull();
    }

    @Test
    void the_next_set_can_be_shown_again() {
        signUp(alice);
        var codes = codes(alice, "codes", "one");
        happened(codes, spent(codes, "one"), codes(alice, "others", "two"));
        assertThat(row().getString("sealed")).isEqualTo("others");
    }

    private RecoveryCodeSpent spent(RecoveryCodesCreated codes, String code) {
        return new RecoveryCodeSpent(alice, codes.codes(), digest(code), NOON);
    }

    /** Alice's, who has one. */
    private Row row() {
        var select = "select sealed, digests from recovery_codes where project_id = $1 and user_id = $2";
        return Database.await(pool.preparedQuery(select).execute(Tuple.of(project.value(), alice.value())))
                .iterator()
                .next();
    }
}
