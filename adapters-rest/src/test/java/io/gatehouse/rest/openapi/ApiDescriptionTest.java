package io.gatehouse.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserName;
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
    void every_path_is_described_and_the_way_to_nowhere_is_not() {
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
    void nobody_consents_to_anything_here() {
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
    void an_older_path_leads_to_the_same_endpoint(HttpMethod verb, String older, String newer) {
        assertThat(meaning(operation(older, verb))).isEqualTo(meaning(operation(newer, verb)));
        assertThat(operation(older, verb).getDeprecated()).isTrue();
        assertThat(operation(newer, verb).getDeprecated()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/account/sessions/magic-url", "/v1/account/sessions/phone"})
    void there_are_older_methods_of_signing_in_with_what_was_sent(String older) {
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
            POST   | /v1/account/jwts                  | 100 | URL_AND_CALLER
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
    void limits_are_those_the_api_documents(HttpMethod verb, String path, int limit, String keys) {
        assertThat(operation(path, verb).getExtensions().get("x-rate-limit"))
                .isEqualTo(Map.of("limit", limit, "seconds", 3_600, "countedBy", List.of(keys.split(", "))));
    }

    @Test
    void letting_an_authenticator_go_is_limited_for_those_who_try_codes() {
        var delete = operation("/v1/account/mfa/authenticators/{type}", HttpMethod.DELETE);
        assertThat(delete.getExtensions().get("x-rate-limit"))
                .isEqualTo(Map.of(
                        "limit", 10, "seconds", 3_600, "countedBy", List.of("URL_AND_CALLER"), "onlyWith", "otp"));
        assertThat(delete.getRequestBody().getRequired()).isFalse();
        assertThat(bodyOf(delete).getRequired()).isNull();
    }

    @Test
    void an_enrolment_is_answered_as_json_or_as_an_image() {
        var enrol = operation("/v1/account/mfa/authenticators/{type}", HttpMethod.POST);
        var answer = Objects.requireNonNull(enrol.getResponses().getAPIResponse("200"));
        assertThat(answer.getContent().getMediaTypes().keySet())
                .containsExactly("application/json", "image/png", "image/svg+xml");
        var type = enrol.getParameters().getFirst();
        assertThat(type.getName()).isEqualTo("type");
        assertThat(type.getSchema().getEnumeration()).isEqualTo(List.of("totp"));
    }

    @Test
    void what_a_session_has_to_have_proven_is_told() {
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
    void a_switch_without_a_default_has_to_be_sent() {
        assertThat(bodyOf(operation("/v1/account/mfa", HttpMethod.PATCH)).getRequired())
                .containsExactly("mfa");
    }

    @Test
    void all_other_endpoints_are_not_limited() {
        assertThat(API.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream())
                        .filter(operation -> operation.getDeprecated() == null)
                        .filter(operation -> operation.getExtensions() != null)
                        .count())
                .isEqualTo(22);
    }

    @Test
    void what_has_a_default_need_not_be_sent() {
        assertThat(bodyOf(operation("/v1/account/jwts", HttpMethod.POST)).getRequired())
                .isNull();
        assertThat(bodyOf(operation("/v1/account/tokens/magic-url", HttpMethod.POST))
                        .getRequired())
                .containsExactly("userId", "email");
        assertThat(bodyOf(operation("/v1/account/password", HttpMethod.PATCH)).getRequired())
                .containsExactly("password");
    }

    @Test
    void no_two_operations_have_one_name() {
        var ids = new ArrayList<String>();
        API.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> ids.add(operation.getOperationId())));
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains("createEmailPasswordSession", "createSession", "updateMagicURLSession");
    }

    @Test
    void parameters_are_listed_in_the_order_in_which_they_are_judged() {
        var body = bodyOf(operation("/v1/account", HttpMethod.POST));
        assertThat(body.getProperties().keySet()).containsExactly("userId", "email", "password", "name");
        assertThat(body.getRequired()).containsExactly("userId", "email", "password");
    }

    @Test
    void limits_are_those_of_the_domain() {
        var body = bodyOf(operation("/v1/account", HttpMethod.POST));
        assertLongest(property(body, "name"), typed -> UserName.parse("name", typed));
        assertLongest(property(body, "password"), typed -> PlainPassword.parse("password", typed));
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
    void models_have_their_fields_in_order_and_say_which_may_be_null() {
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
