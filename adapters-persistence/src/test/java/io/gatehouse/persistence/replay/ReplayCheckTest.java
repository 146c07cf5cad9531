package io.gatehouse.persistence.replay;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.EveryEvent;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.replay.ReplayCheck.Outcome;
import io.gatehouse.persistence.store.Projections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Projecting events of every type a second time writes the same rows. */
@ExtendWith(Postgres.Server.class)
class ReplayCheckTest {

    private static final RequestMetadata METADATA = new RequestMetadata(
            "request", new IpAddress("::1"), new UserAgent("curl/8"), Actor.USER, AuditAction.USER_UPDATE);

    private final Postgres postgres;
    private final Database database;

    ReplayCheckTest(Postgres postgres) {
        this.postgres = postgres;
        this.database = postgres.database();
    }

    @Test
    void a_replay_of_an_account_that_was_deleted_and_created_again_equals_its_views() {
        append(EveryEvent.all());
        assertThat(rows()).containsOnly(0L);

        append(EveryEvent.untilDeletion());
        assertThat(rows()).doesNotContain(0L);
        assertThat(replay().differences()).containsOnlyKeys(views());
        assertThat(replay().isClean()).isTrue();

        database.execute("update token set kind = 'MAGIC_URL' where user_id = $1", ALICE.value());
        assertThat(replay().differences()).containsEntry("token", 2L);
    }

    private void append(List<Event> events) {
        var node = postgres.node();
        events.forEach(event -> node.transact(METADATA, streams -> {
            streams.append(event);
            return event;
        }));
    }

    private Outcome replay() {
        return new ReplayCheck(postgres.pool(), new EventCodec()).run();
    }

    private static List<String> views() {
        return Projections.all().stream()
                .map(projection -> projection.table().name())
                .toList();
    }

    private List<Long> rows() {
        return views().stream()
                .map(view -> database.execute("select count(*) from " + view)
                        .iterator()
                        .next()
                        .getLong(0))
                .toList();
    }
}
