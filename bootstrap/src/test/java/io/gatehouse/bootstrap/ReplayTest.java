package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.persistence.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log alone is enough: every view can be rebuilt from it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReplayTest {

    @TestHTTPResource
    URL service;

    @Inject
    ReplayCommand replay;

    @Inject
    Database database;

    @Test
    void every_view_comes_out_as_it_is() {
        liveALittle();
        assertThat(replay.run()).isZero();
    }

    @Test
    void a_row_that_nobody_decided_on_is_noticed() {
        var id = liveALittle();
        database.query("update account set name = 'Mallory' where id = $1", id);
        assertThat(replay.run()).isOne();
        database.query("update account set name = 'Alice' where id = $1", id);
        assertThat(replay.run()).isZero();
    }

    private String liveALittle() {
        var id = UUID.randomUUID().toString();
        var api = new Api(service.getPort());
        api.signUp(id, id + "@example.com");
        api.signIn(id + "@example.com");
        api.send("PATCH", "/v1/account/name", "{\"name\":\"Alice\"}");
        api.send("PATCH", "/v1/account/prefs", "{\"prefs\":{\"theme\":\"dark\",\"size\":1.0}}");
        var second = new Api(service.getPort()).signIn(id + "@example.com");
        second.send("DELETE", "/v1/account/sessions/current", "");
        return id;
    }
}
