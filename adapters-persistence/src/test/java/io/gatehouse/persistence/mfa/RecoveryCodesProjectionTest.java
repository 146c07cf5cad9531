package io.gatehouse.persistence.mfa;

import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.domain.account.AccountId;
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
class RecoveryCodesProjectionTest {

    private final Pool pool;
    private final ContractFixture given;
    private final AccountId alice;

    RecoveryCodesProjectionTest(Postgres postgres) {
        this.pool = postgres.pool();
        this.given = new ContractFixture(postgres.node());
        this.alice = given.alice();
    }

    @Test
    void the_encrypted_codes_are_removed_when_the_last_code_is_spent() {
        given.signUp(alice);
        var codes = recoveryCodesCreated(alice, "codes", "one", "two", "three");
        given.append(codes, spent(codes, "two"), spent(codes, "one"));
        assertThat(rowOfAlice().getString("sealed")).isEqualTo("codes");
        given.append(spent(codes, "three"));
        assertThat(rowOfAlice().getString("sealed")).isNull();
        assertThat(rowOfAlice().getArrayOfStrings("digests")).isEmpty();
    }

    @Test
    void the_only_code_of_a_set_is_the_last() {
        given.signUp(alice);
        var codes = recoveryCodesCreated(alice, "codes", "one");
        given.append(codes, spent(codes, "one"));
        assertThat(rowOfAlice().getString("sealed")).isNull();
    }

    @Test
    void the_next_set_is_stored_with_its_encrypted_codes() {
        given.signUp(alice);
        var codes = recoveryCodesCreated(alice, "codes", "one");
        given.append(codes, spent(codes, "one"), recoveryCodesCreated(alice, "others", "two"));
        assertThat(rowOfAlice().getString("sealed")).isEqualTo("others");
    }

    private RecoveryCodeSpent spent(RecoveryCodesCreated codes, String code) {
        return new RecoveryCodeSpent(alice, codes.codes(), digest(code), NOON);
    }

    private Row rowOfAlice() {
        var select = "select sealed, digests from recovery_codes where project_id = $1 and user_id = $2";
        var key = Tuple.of(alice.project().value(), alice.value());
        return Database.await(pool.preparedQuery(select).execute(key))
                .iterator()
                .next();
    }
}
