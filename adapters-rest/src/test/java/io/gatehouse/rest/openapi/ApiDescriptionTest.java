package io.gatehouse.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
                        "/v1/account",
                        "/v1/account/name",
                        "/v1/account/prefs",
                        "/v1/account/status",
                        "/v1/account/sessions",
                        "/v1/account/sessions/email",
                        "/v1/account/sessions/{sessionId}",
                        "/v1/account/logs");
    }

    @Test
    void no_two_operations_have_one_name() {
        var ids = new ArrayList<String>();
        API.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> ids.add(operation.getOperationId())));
        assertThat(ids).doesNotHaveDuplicates().contains("createEmailPasswordSession", "createSession");
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
    void a_rate_limit_is_stated_also_for_the_alias() {
        assertThat(operation("/v1/account/sessions", HttpMethod.POST).getExtensions())
                .isEqualTo(
                        operation("/v1/account/sessions/email", HttpMethod.POST).getExtensions())
                .containsKey("x-rate-limit");
        assertThat(operation("/v1/account/sessions", HttpMethod.POST).getDeprecated())
                .isTrue();
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
