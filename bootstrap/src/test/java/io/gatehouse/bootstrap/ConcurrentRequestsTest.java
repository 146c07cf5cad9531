package io.gatehouse.bootstrap;

import static io.gatehouse.bootstrap.ApiClient.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bootstrap.ApiClient.Answer;
import io.gatehouse.persistence.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Concurrent requests have the same outcome as requests one after the other. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrentRequestsTest {

    @TestHTTPResource
    URL service;

    @Inject
    Database database;

    @Test
    void of_fifty_sign_ups_with_one_address_in_different_letter_case_one_succeeds() {
        var address = UUID.randomUUID() + "@example.com";
        var turn = new AtomicInteger();
        var answers = atOnce(50, () -> {
            var spelled = turn.incrementAndGet() % 2 == 0 ? address : address.toUpperCase(Locale.ROOT);
            return api().signUp("unique()", spelled);
        });
        oneCreatedTheOthersToldSo(answers);
        assertThat(rows("select count(*) from account where email = $1", address))
                .isOne();
        assertThat(rows(
                        "select count(*) from event where type = 'user.created.v1' and payload->>'email' = $1",
                        address))
                .isOne();
    }

    @Test
    void of_fifty_sign_ups_with_one_user_id_one_succeeds() {
        var id = id();
        var answers = atOnce(50, () -> api().signUp(id, UUID.randomUUID() + "@example.com"));
        oneCreatedTheOthersToldSo(answers);
        assertThat(rows("select count(*) from account where id = $1", id)).isOne();
        assertThat(rows("select count(*) from event where type = 'user.created.v1' and user_id = $1", id))
                .isOne();
    }

    @Test
    void fifty_concurrent_writes_to_one_account_are_all_in_the_log_and_the_view_shows_the_last() {
        var id = id();
        var api = signedIn(id);
        var turn = new AtomicInteger();
        var answers = atOnce(50, () -> {
            var prefs = new JsonObject().put("turn", turn.incrementAndGet());
            return api.send(
                    "PATCH",
                    "/v1/account/prefs",
                    new JsonObject().put("prefs", prefs).encode());
        });
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(rows("select count(*) from event where type = 'user.preferences.replaced.v1' and user_id = $1", id))
                .isEqualTo(50);
        assertThat(rows("""
                        select count(*) from account a where id = $1 and preferences = (
                            select payload->>'preferences' from event e
                             where e.user_id = a.id and type = 'user.preferences.replaced.v1'
                             order by position desc limit 1)""", id)).isOne();
    }

    @Test
    void of_many_concurrent_deletions_of_a_session_one_succeeds() {
        var id = id();
        var api = signedIn(id);
        var other = new ApiClient(service.getPort()).signIn(id + "@example.com");
        var session = other.get("/v1/account/sessions/current").json().getString("$id");
        var answers = atOnce(20, () -> api.send("DELETE", "/v1/account/sessions/" + session, ""));
        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 404)).hasSize(19);
        assertThat(rows("select count(*) from event where type = 'session.revoked.v1' and user_id = $1", id))
                .isOne();
        assertThat(other.get("/v1/account").status()).isEqualTo(401);
    }

    private ApiClient api() {
        return new ApiClient(service.getPort());
    }

    private ApiClient signedIn(String id) {
        var api = api();
        assertThat(api.signUp(id, id + "@example.com").status()).isEqualTo(201);
        return api.signIn(id + "@example.com");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static void oneCreatedTheOthersToldSo(List<Answer> answers) {
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(49);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.type().equals("user_already_exists"));
    }

    private long rows(String count, Object... values) {
        return database.execute(count, values).iterator().next().getLong(0);
    }
}
