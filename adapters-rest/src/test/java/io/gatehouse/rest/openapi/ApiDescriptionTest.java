package io.gatehouse.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.PlainPassword;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDescriptionTest {

    private static final OpenAPI API = OASFactory.createOpenAPI();

    @BeforeAll
    static void describe() throws IOException {
        try (var index = ApiDescriptionTest.class.getResourceAsStream("/META-INF/jandex.idx")) {
            new ApiDescription(new IndexReader(Objects.requireNonNull(index)).read()).filterOpenAPI(API);
        }
    }

    @Test
    void every_path_is_described_except_the_catch_all_route() {
        assertThat(API.getPaths().getPathItems())
                .containsOnlyKeys(
                        "/.well-known/jwks.json",
                        "/v1/account",
                        "/v1/account/email",
                        "/v1/account/jwks",
                        "/v1/account/jwt",
                        "/v1/account/jwts",
                        "/v1/account/logs",
                        "/v1/account/mfa",
                        "/v1/account/mfa/authenticators/{type}",
                        "/v1/account/mfa/challenge",
                        "/v1/account/mfa/challenges",
                        "/v1/account/mfa/factors",
                        "/v1/account/mfa/recovery-codes",
                        "/v1/account/name",
                        "/v1/account/password",
                        "/v1/account/phone",
                        "/v1/account/prefs",
                        "/v1/account/recovery",
                        "/v1/account/sessions",
                        "/v1/account/sessions/anonymous",
                        "/v1/account/sessions/email",
                        "/v1/account/sessions/magic-url",
                        "/v1/account/sessions/phone",
                        "/v1/account/sessions/token",
                        "/v1/account/sessions/{sessionId}",
                        "/v1/account/status",
                        "/v1/account/targets/push",
                        "/v1/account/targets/{targetId}/push",
                        "/v1/account/tokens/email",
                        "/v1/account/tokens/magic-url",
                        "/v1/account/tokens/phone",
                        "/v1/account/verification",
                        "/v1/account/verification/phone",
                        "/v1/account/verifications/email",
                        "/v1/account/verifications/phone");
    }

    @Test
    void no_consent_paths_and_no_catch_all_account_paths_are_described() {
        assertThat(API.getPaths().getPathItems().keySet())
                .noneMatch(path -> path.startsWith("/v1/account/consents"))
                .noneMatch(path -> path.startsWith("/v1/account/{"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/account/mfa/challenge,        /v1/account/mfa/challenges",
        "PUT,  /v1/account/mfa/challenge,        /v1/account/mfa/challenges",
        "POST, /v1/account/sessions,             /v1/account/sessions/email",
        "POST, /v1/account/sessions/magic-url,   /v1/account/tokens/magic-url",
        "POST, /v1/account/sessions/phone,       /v1/account/tokens/phone",
        "POST, /v1/account/jwt,                  /v1/account/jwts",
        "POST, /v1/account/verification,         /v1/account/verifications/email",
        "PUT,  /v1/account/verification,         /v1/account/verifications/email",
        "POST, /v1/account/verification/phone,   /v1/account/verifications/phone",
        "PUT,  /v1/account/verification/phone,   /v1/account/verifications/phone"
    })
    void an_older_path_is_described_like_its_endpoint_and_deprecated(HttpMethod verb, String older, String newer) {
        assertThat(meaning(operation(older, verb))).isEqualTo(meaning(operation(newer, verb)));
        assertThat(operation(older, verb).getDeprecated()).isTrue();
        assertThat(operation(newer, verb).getDeprecated()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/account/sessions/magic-url", "/v1/account/sessions/phone"})
    void older_methods_of_signing_in_with_a_token_are_described_and_deprecated(String older) {
        assertThat(meaning(operation(older, HttpMethod.PUT)))
                .isEqualTo(meaning(operation("/v1/account/sessions/token", HttpMethod.POST)));
        assertThat(operation(older, HttpMethod.PUT).getDeprecated()).isTrue();
    }

    private static List<@Nullable Object> meaning(Operation operation) {
        return Arrays.asList(
                operation.getSummary(),
                operation.getSecurity(),
                operation.getRequestBody(),
                operation.getResponses(),
                operation.getExtensions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /v1/account                       | 10  | URL_AND_IP
            POST   | /v1/account/sessions/email        | 10  | URL_AND_EMAIL
            POST   | /v1/account/sessions/anonymous    | 50  | IP
            POST   | /v1/account/sessions/token        | 10  | IP_AND_USER_ID
            PUT    | /v1/account/sessions/magic-url    | 10  | IP_AND_USER_ID
            PUT    | /v1/account/sessions/phone        | 10  | IP_AND_USER_ID
            POST   | /v1/account/tokens/magic-url      | 60  | URL_AND_EMAIL, URL_AND_IP
            POST   | /v1/account/tokens/email          | 10  | URL_AND_EMAIL, URL_AND_IP
            POST   | /v1/account/tokens/phone          | 10  | URL_AND_PHONE, URL_AND_IP
            PATCH  | /v1/account/password              | 10  | URL_AND_IP
            DELETE | /v1/account/sessions              | 100 | URL_AND_IP
            DELETE | /v1/account/sessions/{sessionId}  | 100 | URL_AND_IP
            PATCH  | /v1/account/sessions/{sessionId}  | 10  | URL_AND_IP
            POST   | /v1/account/recovery              | 10  | URL_AND_EMAIL, URL_AND_IP
            PUT    | /v1/account/recovery              | 10  | URL_AND_USER_ID
            POST   | /v1/account/verifications/email   | 10  | URL_AND_CALLER
            PUT    | /v1/account/verifications/email   | 10  | URL_AND_USER_ID
            POST   | /v1/account/verifications/phone   | 10  | URL_AND_CALLER, URL_AND_IP
            PUT    | /v1/account/verifications/phone   | 10  | USER_ID
            POST   | /v1/account/mfa/challenges        | 10  | URL_AND_CALLER
            PUT    | /v1/account/mfa/challenges        | 10  | URL_AND_CHALLENGE_ID
            PUT    | /v1/account/mfa/authenticators/{type} | 10 | URL_AND_CALLER
            """)
    void rate_limits_are_those_of_the_api(HttpMethod verb, String path, int limit, String keys) {
        assertThat(operation(path, verb).getExtensions().get("x-rate-limit"))
                .isEqualTo(Map.of("limit", limit, "seconds", 3_600, "countedBy", List.of(keys.split(", "))));
    }

    @Test
    void the_rate_limit_of_jwts_is_per_minute() {
        assertThat(operation("/v1/account/jwts", HttpMethod.POST)
                        .getExtensions()
                        .get("x-rate-limit"))
                .isEqualTo(Map.of("limit", 120, "seconds", 60, "countedBy", List.of("URL_AND_CALLER")));
    }

    @Test
    void the_rate_limit_of_deleting_an_authenticator_applies_to_requests_with_a_code() {
        var delete = operation("/v1/account/mfa/authenticators/{type}", HttpMethod.DELETE);
        assertThat(delete.getExtensions().get("x-rate-limit"))
                .isEqualTo(Map.of(
                        "limit", 10, "seconds", 3_600, "countedBy", List.of("URL_AND_CALLER"), "onlyWith", "otp"));
        assertThat(delete.getRequestBody().getRequired()).isFalse();
        assertThat(bodyOf(delete).getRequired()).isNull();
    }

    @Test
    void an_enrolment_is_described_with_json_and_image_responses() {
        var enrol = operation("/v1/account/mfa/authenticators/{type}", HttpMethod.POST);
        var answer = Objects.requireNonNull(enrol.getResponses().getAPIResponse("200"));
        assertThat(answer.getContent().getMediaTypes().keySet())
                .containsExactly("application/json", "image/png", "image/svg+xml");
        var type = enrol.getParameters().getFirst();
        assertThat(type.getName()).isEqualTo("type");
        assertThat(type.getSchema().getEnumeration()).isEqualTo(List.of("totp"));
    }

    @Test
    void the_factors_and_challenges_that_a_session_needs_are_described() {
        assertThat(refusals("/v1/account/mfa/recovery-codes", HttpMethod.GET, "401"))
                .contains("user_more_factors_required", "user_challenge_required");
        assertThat(refusals("/v1/account/mfa/challenges", HttpMethod.POST, "401"))
                .doesNotContain("user_more_factors_required", "user_challenge_required");
        assertThat(refusals("/v1/account/sessions/{sessionId}", HttpMethod.DELETE, "401"))
                .doesNotContain("user_more_factors_required");
        assertThat(refusals("/v1/account/mfa", HttpMethod.PATCH, "401"))
                .contains("user_more_factors_required", "user_challenge_required");
    }

    private static String refusals(String path, HttpMethod verb, String status) {
        return Objects.requireNonNull(operation(path, verb).getResponses().getAPIResponse(status))
                .getDescription();
    }

    @Test
    void a_boolean_without_a_default_is_required() {
        assertThat(bodyOf(operation("/v1/account/mfa", HttpMethod.PATCH)).getRequired())
                .containsExactly("mfa");
    }

    @Test
    void all_other_endpoints_have_no_rate_limit() {
        assertThat(API.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream())
                        .filter(operation -> operation.getDeprecated() == null)
                        .filter(operation -> operation.getExtensions() != null)
                        .count())
                .isEqualTo(22);
    }

    @Test
    void a_parameter_with_a_default_is_optional() {
        assertThat(bodyOf(operation("/v1/account/jwts", HttpMethod.POST)).getRequired())
                .isNull();
        assertThat(bodyOf(operation("/v1/account/tokens/magic-url", HttpMethod.POST))
                        .getRequired())
                .containsExactly("userId", "email");
        assertThat(bodyOf(operation("/v1/account/password", HttpMethod.PATCH)).getRequired())
                .containsExactly("password");
    }

    @Test
    void operation_ids_are_unique() {
        var ids = new ArrayList<String>();
        API.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> ids.add(operation.getOperationId())));
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains("createEmailPasswordSession", "createSession", "updateMagicURLSession");
    }

    @Test
    void parameters_are_listed_in_the_order_in_which_they_are_checked() {
        var body = bodyOf(operation("/v1/account", HttpMethod.POST));
        assertThat(body.getProperties().keySet()).containsExactly("userId", "email", "password", "name");
        assertThat(body.getRequired()).containsExactly("userId", "email", "password");
    }

    @Test
    void length_limits_are_those_of_the_domain() {
        var body = bodyOf(operation("/v1/account", HttpMethod.POST));
        assertLongest(property(body, "name"), input -> DisplayName.parse("name", input));
        assertLongest(property(body, "password"), input -> PlainPassword.parse("password", input));
    }

    private static void assertLongest(Schema text, Consumer<String> parser) {
        assertThatCode(() -> parser.accept("x".repeat(text.getMaxLength()))).doesNotThrowAnyException();
        assertThatThrownBy(() -> parser.accept("x".repeat(text.getMaxLength() + 1)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void an_operation_lists_its_errors_by_status_with_those_of_the_gate() {
        var responses = operation("/v1/account/sessions/email", HttpMethod.POST).getResponses();
        assertThat(responses.getAPIResponses())
                .containsOnlyKeys("201", "400", "401", "403", "404", "413", "429", "500", "501", "503");
        assertThat(responses.getAPIResponse("401").getDescription())
                .contains("user_invalid_credentials", "user_session_already_exists", "general_unauthorized_scope");
    }

    @Test
    void models_have_their_fields_in_order_and_mark_nullable_ones() {
        var user = Objects.requireNonNull(API.getComponents().getSchemas().get("User"));
        assertThat(user.getProperties().keySet())
                .startsWith("$id", "$createdAt", "$updatedAt", "name")
                .endsWith("accessedAt", "impersonator", "impersonatorUserId");
        assertThat(property(user, "emailCanonical").getType()).contains(Schema.SchemaType.NULL);
        assertThat(user.getRequired()).contains("accessedAt").doesNotContain("impersonator");
    }

    private static Operation operation(String path, HttpMethod verb) {
        return Objects.requireNonNull(
                API.getPaths().getPathItem(path).getOperations().get(verb));
    }

    private static Schema property(Schema of, String name) {
        return Objects.requireNonNull(of.getProperties().get(name));
    }

    private static Schema bodyOf(Operation operation) {
        return operation
                .getRequestBody()
                .getContent()
                .getMediaType("application/json")
                .getSchema();
    }
}
