package io.gatehouse.persistence.store;

import static io.gatehouse.application.SampleEvents.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.SampleEvents;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of equal refreshing statements in a unit of work only the last is executed, after all other statements. */
@ExtendWith(Postgres.Server.class)
class RefreshingStatementsTest {

    private static final String INSERT = "insert into executed (what) values ($1)";

    private static final String COUNT = "insert into executed (what) select $1 || ' after ' || count(*) from executed";

    private final Pool pool;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    RefreshingStatementsTest(Postgres postgres) {
        this.pool = postgres.pool();
        this.given = new ContractFixture(
                new PostgresEventStore(postgres.database(), new EventCodec(), List.of(new CountingProjection())));
        this.alice = given.alice();
        this.bob = given.bob();
    }

    /** Two of each event: an ordinary one, and a refreshing one that is equal for all events of an account. */
    private static final class CountingProjection implements Projection {

        @Override
        public ProjectionTable table() {
            return new ProjectionTable("executed", "number");
        }

        @Override
        public List<Statement> statements(RecordedChange recordedChange) {
            var account = recordedChange.event().userId();
            return List.of(Statement.of(INSERT, "event of " + account), Statement.recomputing(COUNT, account));
        }
    }

    @BeforeEach
    void create_an_empty_table() {
        run("drop table if exists executed");
        run("create table executed (number int generated always as identity, what text not null)");
    }

    @Test
    void of_several_equal_statements_only_the_last_is_executed() {
        given.append(userCreated(alice), userCreated(alice), userCreated(alice));
        assertThat(executed()).containsExactly("event of alice", "event of alice", "event of alice", "alice after 3");
    }

    @Test
    void statements_with_different_values_are_not_equal() {
        given.append(userCreated(alice), userCreated(bob), userCreated(alice));
        assertThat(executed())
                .containsExactly("event of alice", "event of bob", "bob after 2", "event of alice", "alice after 4");
    }

    @Test
    void equal_statements_of_different_units_of_work_are_all_executed() {
        given.append(userCreated(alice));
        given.append(userCreated(alice));
        assertThat(executed()).containsExactly("event of alice", "alice after 1", "event of alice", "alice after 3");
    }

    private static UserCreated userCreated(AccountId account) {
        return SampleEvents.userCreated(account, address(account));
    }

    private List<String> executed() {
        var executed = new ArrayList<String>();
        for (var row : Database.await(
                pool.query("select what from executed order by number").execute())) {
            executed.add(row.getString("what"));
        }
        return executed;
    }

    private void run(String sql) {
        Database.await(pool.query(sql).execute());
    }
}
