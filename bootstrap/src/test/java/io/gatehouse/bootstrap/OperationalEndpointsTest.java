package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints for operators and developers: everything but the API itself. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperationalEndpointsTest {

    @TestHTTPResource
    URL service;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void liveness_readiness_and_startup_are_up(String question) {
        var answer = api().get("/q/health/" + question);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void metrics_contain_request_durations() {
        api().get("/v1/account");
        assertThat(api().get("/q/metrics").response().body()).contains("http_server_requests_seconds_count");
    }

    @Test
    void the_openapi_document_contains_operations_limits_models_and_error_types() {
        var document =
                api().with("Accept", "application/json").get("/q/openapi").json();
        assertThat(document.getString("openapi")).startsWith("3.1");
        var signIn = document.getJsonObject("paths")
                .getJsonObject("/v1/account/sessions/email")
                .getJsonObject("post");
        assertThat(signIn.encode())
                .contains("user_invalid_credentials", "user_blocked", "general_rate_limit_exceeded", "\"password\"");
        var paths = document.getJsonObject("paths");
        assertThat(paths.fieldNames())
                .contains("/v1/account", "/v1/account/prefs", "/v1/account/logs", "/v1/account/sessions/{sessionId}");
    }

    @Test
    void the_first_session_of_the_readme_works() {
        var id = UUID.randomUUID().toString();
        var api = api();
        assertThat(api.signUp(id, id + "@example.com").status()).isEqualTo(201);
        api.signIn(id + "@example.com");
        assertThat(api.get("/v1/account").json().getString("$id")).isEqualTo(id);
        var logs = api.get("/v1/account/logs").json();
        assertThat(logs.getInteger("total")).isEqualTo(2);
        assertThat(logs.getJsonArray("logs").stream().map(log -> ((JsonObject) log).getString("event")))
                .containsExactly("session.create", "user.create");
        assertThat(api.send("DELETE", "/v1/account/sessions/current", "").status())
                .isEqualTo(204);
        assertThat(api.get("/v1/account").status()).isEqualTo(401);
    }

    private ApiClient api() {
        return new ApiClient(service.getPort());
    }
}
