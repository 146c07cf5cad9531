package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.persistence.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints for operators and developers: everything but the API itself. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperationalEndpointsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TestHTTPResource
    URL service;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void liveness_readiness_and_startup_are_up(String question) {
        var answer = api().get("/q/health/" + question);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void readiness_is_down_while_the_statements_of_a_log_subscription_are_refused() {
        database.execute("alter table log_subscription rename to out_of_reach");
        try {
            assertThat(readinessOnce(503).encode())
                    .contains(
                            "\"subscription messages\"", "failed", "relation \\\"log_subscription\\\" does not exist");
        } finally {
            database.execute("alter table out_of_reach rename to log_subscription");
        }
        assertThat(readinessOnce(200).encode()).doesNotContain("failed");
    }

    @Test
    void readiness_is_down_while_the_statements_of_the_delivery_queue_are_refused() {
        database.execute("alter table delivery rename to out_of_reach");
        try {
            assertThat(readinessOnce(503).encode()).contains("\"delivery queue\"", "claiming messages failed");
        } finally {
            database.execute("alter table out_of_reach rename to delivery");
        }
        readinessOnce(200);
    }

    /** @return the answer, once it has this status */
    private JsonObject readinessOnce(int status) {
        var deadline = Instant.now().plus(TIMEOUT);
        var answer = api().get("/q/health/ready");
        while (answer.status() != status && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = api().get("/q/health/ready");
        }
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer.json();
    }

    @Test
    void metrics_contain_request_durations() {
        api().get("/v1/account");
        assertThat(api().get("/q/metrics").response().body()).contains("http_server_requests_seconds_count");
    }

    @Test
    void the_labels_of_metrics_are_templates_of_routes_even_if_paths_are_invented() {
        api().send("OPTIONS", "/v1/invented-by-a-client", "");
        api().get("/v1/account/sessions/invented-by-a-client");
        var metrics = api().get("/q/metrics").response().body();
        assertThat(metrics).contains("uri=\"unknown\"", "uri=\"/v1/account/sessions/{sessionId}\"");
        assertThat(metrics).doesNotContain("invented-by-a-client");
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
