package io.gatehouse.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.Contract;
import io.gatehouse.application.EventStore;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Statement;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a unit of work only works out anew is worked out once, when everything else is done. */
@ExtendWith(Postgres.Server.class)
class RefreshingTest extends Contract {

    private static final String TELL = "insert into told (what) values ($1)";

    private static final String COUNT = "insert into told (what) select $1 || ' after ' || count(*) from told";

    private final Pool pool;
    private final EventStore store;

    RefreshingTest(Postgres postgres) {
        this.pool = postgres.pool();
        this.store = postgres.node(List.of(RefreshingTest::statements));
    }

    /** Two of each event: one that counts every time, and one for each account that counts the last time. */
    private static List<Statement> statements(Projection.RecordedChange recordedChange) {
        var who = recordedChange.event().account().value();
        return List.of(Statement.of(TELL, "event of " + who), Statement.recomputing(COUNT, who));
    }

    @BeforeEach
    void nothing_was_told() {
        run("drop table if exists told");
        run("create table told (number int generated always as identity, what text not null)");
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @Test
    void of_several_that_are_equal_the_last_is_sent() {
        happened(created(alice), created(alice), created(alice));
        assertThat(told()).containsExactly("event of alice", "event of alice", "event of alice", "alice after 3");
    }

    @Test
    void those_of_different_values_are_different() {
        happened(created(alice), created(bob), created(alice));
        assertThat(told())
                .containsExactly("event of alice", "event of bob", "bob after 2", "event of alice", "alice after 4");
    }

    @Test
    void each_unit_of_work_has_its_own() {
        happened(created(alice));
        happened(created(alice));
        assertThat(told()).containsExactly("event of alice", "alice after 1", "event of alice", "alice after 3");
    }

    private static UserCreated created(AccountId who) {
        return created(who, address(who));
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (var row : Database.await(
                pool.query("select what from told order by number").execute())) {
            told.add(row.getString("what"));
        }
        return told;
    }

    private void run(String sql) {
        Database.await(pool.query(sql).execute());
    }
}
