package io.gatehouse.bootstrap;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.bootstrap.ApiClient.Answer;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.request.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Access to every route by every kind of caller. New routes are found by reflection. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EveryRouteTest {

    private static final Set<Scope> OF_USERS = Set.of(Scope.ACCOUNT, Scope.TARGETS_WRITE);

    @TestHTTPResource
    URL service;

    /** All routes, found by the annotations of the resource classes. */
    static Stream<Route> routes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.gatehouse.rest")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(EveryRouteTest::answersHttp)
                        .map(Route::of);
    }

    private static boolean answersHttp(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    @Test
    void only_endpoints_that_complete_or_end_a_session_admit_incomplete_sessions() {
        var open = routes().filter(route -> route.endpoint().allowsIncompleteSession())
                .filter(route -> route.endpoint().scope() != Scope.ANYONE)
                .map(route -> route.verb() + " " + route.path())
                .collect(toUnmodifiableSet());
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /v1/account/mfa/factors",
                        "POST /v1/account/mfa/challenges",
                        "POST /v1/account/mfa/challenge",
                        "PUT /v1/account/mfa/challenges",
                        "PUT /v1/account/mfa/challenge",
                        "DELETE /v1/account/sessions/{sessionId}");
    }

    @Test
    void all_routes_are_found() {
        assertThat(routes().map(Route::path))
                .hasSizeGreaterThan(50)
                .contains("/v1/account", "/v1/account/mfa/challenges", "/v1/account/targets/push");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_guest_is_admitted_where_no_account_is_needed(Route route) {
        var answer = sendTo(route, api());
        if (OF_USERS.contains(route.endpoint().scope())) {
            assertRefused(answer, "general_unauthorized_scope");
        } else {
            assertThat(typeOf(answer)).isNotEqualTo("general_unauthorized_scope");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void an_incomplete_session_is_admitted_where_it_can_be_completed_or_ended(Route route) {
        var answer = sendTo(route, UserWithMfa.of(service).incomplete());
        if (route.endpoint().allowsIncompleteSession()) {
            assertThat(typeOf(answer)).isNotEqualTo("user_more_factors_required");
        } else {
            assertRefused(answer, "user_more_factors_required");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_complete_session_is_admitted_everywhere(Route route) {
        var answer = sendTo(route, UserWithMfa.of(service).complete());
        assertThat(typeOf(answer)).isNotIn("user_more_factors_required", "general_unauthorized_scope");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_jwt_of_a_complete_session_is_admitted_everywhere(Route route) {
        var answer = sendTo(route, UserWithMfa.of(service).byJwt());
        assertThat(typeOf(answer)).isNotIn("user_more_factors_required", "general_unauthorized_scope");
    }

    @Test
    void a_jwt_issued_before_mfa_was_enabled_is_admitted_where_its_session_is() {
        var early = UserWithMfa.of(service).byEarlierJwt();
        assertRefused(early.get("/v1/account"), "user_more_factors_required");
        assertRefused(early.send("PATCH", "/v1/account/mfa", "{\"mfa\":false}"), "user_more_factors_required");
        assertThat(early.get("/v1/account/mfa/factors").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_key_is_admitted_by_its_scopes_except_where_an_account_is_needed(Route route) {
        var answer = sendTo(route, api().with("X-Appwrite-Key", ApiClient.KEY));
        if (List.of(Scope.ACCOUNT, Scope.PUBLIC, Scope.TARGETS_WRITE)
                .contains(route.endpoint().scope())) {
            assertRefused(answer, "general_unauthorized_scope");
        } else {
            assertThat(typeOf(answer)).isNotIn("user_more_factors_required", "general_unauthorized_scope");
        }
    }

    private static void assertRefused(Answer answer, String type) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo(type);
    }

    /** Asserts that the response is no server error. */
    private static Answer sendTo(Route route, ApiClient caller) {
        var path = route.path()
                .replace("{sessionId}", "current")
                .replace("{type}", "totp")
                .replace("{path:.*}", "unknown")
                .replaceAll("\\{.*?}", "unknown");
        var answer = caller.send(route.verb(), path, "{}");
        assertThat(answer.status()).as(route.verb() + " " + path).isLessThan(500);
        return answer;
    }

    /** @return the error type; empty if the answer is no error */
    private static String typeOf(Answer answer) {
        return answer.status() < 400 ? "" : answer.type();
    }

    private ApiClient api() {
        return new ApiClient(service.getPort());
    }
}
