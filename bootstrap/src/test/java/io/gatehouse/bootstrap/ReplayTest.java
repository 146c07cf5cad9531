package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bootstrap.ApiClient.Answer;
import io.gatehouse.persistence.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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
    void a_replay_equals_every_view() {
        recordSomeEvents();
        assertThat(replay.run()).isZero();
    }

    @Test
    void a_row_changed_without_an_event_is_reported() {
        var id = recordSomeEvents();
        database.execute("update account set name = 'Mallory' where id = $1", id);
        assertThat(replay.run()).isOne();
        database.execute("update account set name = 'Alice' where id = $1", id);
        assertThat(replay.run()).isZero();
    }

    private String recordSomeEvents() {
        var id = UUID.randomUUID().toString();
        var api = new ApiClient(service.getPort());
        api.signUp(id, id + "@example.com");
        api.signIn(id + "@example.com");
        api.send("PATCH", "/v1/account/name", "{\"name\":\"Alice\"}");
        api.send("PATCH", "/v1/account/prefs", "{\"prefs\":{\"theme\":\"dark\",\"size\":1.0}}");
        var second = new ApiClient(service.getPort()).signIn(id + "@example.com");
        second.send("DELETE", "/v1/account/sessions/current", "");
        changeEverything(api, id);
        return id;
    }

    /** Like a user, except that secrets are read from server responses instead of mails. */
    private void changeEverything(ApiClient api, String id) {
        var server = new ApiClient(service.getPort()).with("X-Appwrite-Key", ApiClient.KEY);
        var newAddress =
                new JsonObject().put("email", "moved-" + id + "@example.com").put("password", ApiClient.PASSWORD);
        done(api.send("PATCH", "/v1/account/email", newAddress.encode()));
        var number = "+49" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        done(api.send(
                "PATCH",
                "/v1/account/phone",
                new JsonObject()
                        .put("phone", number)
                        .put("password", ApiClient.PASSWORD)
                        .encode()));
        done(api.send(
                "PATCH",
                "/v1/account/password",
                new JsonObject()
                        .put("password", "battery staple")
                        .put("oldPassword", ApiClient.PASSWORD)
                        .encode()));
        done(api.send("PATCH", "/v1/account/sessions/current", ""));
        redeem(server, "/v1/account/tokens/email", new JsonObject().put("email", "moved-" + id + "@example.com"));
        redeem(server, "/v1/account/tokens/phone", new JsonObject().put("phone", number));
        var newUser =
                redeem(server, "/v1/account/tokens/magic-url", new JsonObject().put("email", id + "@example.org"));
        done(newUser.send("DELETE", "/v1/account", ""));
        done(new ApiClient(service.getPort()).send("POST", "/v1/account/sessions/anonymous", ""));
    }

    private ApiClient redeem(ApiClient server, String path, JsonObject body) {
        var token =
                done(server.send("POST", path, body.put("userId", "unique()").encode()));
        var secret = new JsonObject().put("userId", token.getString("userId")).put("secret", token.getString("secret"));
        var session = done(server.send("POST", "/v1/account/sessions/token", secret.encode()));
        return new ApiClient(service.getPort()).with("X-Appwrite-Session", session.getString("secret"));
    }

    private static JsonObject done(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 204);
        return answer.response().body().isEmpty() ? new JsonObject() : answer.json();
    }
}
