package io.gatehouse.rest.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void a_required_parameter_that_is_missing_null_or_empty_is_refused() {
        assertRefused("email", () -> json("{}").required("email", EmailAddress::parse));
        assertRefused("email", () -> json("{\"email\":null}").required("email", EmailAddress::parse));
        assertRefused("email", () -> json("{\"email\":\"\"}").required("email", EmailAddress::parse));
    }

    @Test
    void an_optional_parameter_that_is_null_or_empty_counts_as_absent() {
        assertThat(json("{}").optional("name", DisplayName::parse)).isNull();
        assertThat(json("{\"name\":null}").optional("name", DisplayName::parse)).isNull();
        assertThat(json("{\"name\":\"\"}").optional("name", DisplayName::parse)).isNull();
        assertThat(json("{\"name\":\"Al\"}").optional("name", DisplayName::parse))
                .isEqualTo(new DisplayName("Al"));
    }

    @Test
    void a_number_is_not_accepted_as_text() {
        assertRefused("name", () -> json("{\"name\":5}").required("name", DisplayName::parse));
        assertRefused("name", () -> json("{\"name\":[\"Al\"]}").optional("name", DisplayName::parse));
    }

    @Test
    void a_number_is_accepted_as_a_code_with_its_leading_zeros_restored() {
        assertThat(json("{\"otp\":12345}").requiredCode("otp")).isEqualTo(new Secret("012345"));
        assertThat(json("{\"otp\":\"012345\"}").requiredCode("otp")).isEqualTo(new Secret("012345"));
        for (var value : List.of("-1", "1.5", "1e999999999", "12345678901", "true", "{}", "[]", "null", "\"\"")) {
            assertRefused("otp", () -> json("{\"otp\":" + value + "}").requiredCode("otp"));
        }
    }

    @Test
    void an_object_keeps_the_order_of_its_keys_its_numbers_and_its_empty_objects() {
        var parameters =
                json("{\"prefs\": {\"b\": 1.0, \"a\": {}, \"n\": 12345678901234567890.10, \"é\": [1e3, -0, null]}}");
        assertThat(parameters.object("prefs"))
                .isEqualTo("{\"b\":1.0,\"a\":{},\"n\":12345678901234567890.10,\"é\":[1e3,-0,null]}");
    }

    @Test
    void an_empty_list_is_accepted_as_an_empty_object_and_nothing_else_is() {
        assertThat(json("{\"prefs\":[]}").object("prefs")).isEqualTo("{}");
        assertRefused("prefs", () -> json("{\"prefs\":[1]}").object("prefs"));
        assertRefused("prefs", () -> json("{\"prefs\":\"{}\"}").object("prefs"));
        assertRefused("prefs", () -> json("{\"prefs\":\"\"}").object("prefs"));
        assertRefused("prefs", () -> json("{}").object("prefs"));
    }

    @Test
    void an_unpaired_surrogate_in_an_object_is_refused() {
        assertRefused("prefs", () -> json("{\"prefs\":{\"a\":\"\\ud800\"}}").object("prefs"));
    }

    @Test
    void a_query_flag_can_be_text_or_number() {
        assertThat(json("{\"total\":0}").queryFlag("total", true)).isFalse();
        assertThat(json("{\"total\":\"false\"}").queryFlag("total", true)).isFalse();
        assertThat(json("{\"total\":\"1\"}").queryFlag("total", false)).isTrue();
        assertThat(json("{}").queryFlag("total", true)).isTrue();
        assertRefused("total", () -> json("{\"total\":\"maybe\"}").queryFlag("total", true));
    }

    @Test
    void a_boolean_cannot_be_text_or_number() {
        assertThat(json("{\"phrase\":true}").flag("phrase", false)).isTrue();
        assertThat(json("{\"phrase\":null}").flag("phrase", false)).isFalse();
        assertThat(json("{}").flag("phrase", true)).isTrue();
        assertRefused("phrase", () -> json("{\"phrase\":1}").flag("phrase", false));
        assertRefused("phrase", () -> json("{\"phrase\":\"true\"}").flag("phrase", false));
    }

    @Test
    void a_whole_number_can_be_text_and_has_to_be_within_its_bounds() {
        assertThat(json("{\"duration\":60}").integer("duration", 1, 3_600, 900)).isEqualTo(60);
        assertThat(json("{\"duration\":\"3600\"}").integer("duration", 1, 3_600, 900))
                .isEqualTo(3_600);
        assertThat(json("{\"duration\":\"\"}").integer("duration", 1, 3_600, 900))
                .isEqualTo(900);
        for (var wrong : List.of("0", "3601", "-1", "1.5", "60.0", "6e1", "true", "[60]", "\"1 \"", "99999999999")) {
            assertRefused("duration", () -> json("{\"duration\":" + wrong + "}").integer("duration", 1, 3_600, 900));
        }
    }

    @Test
    void an_older_name_is_read_if_the_newer_one_is_absent() {
        assertThat(phone("{\"number\":\"+1\"}")).isEqualTo("number +1");
        assertThat(phone("{\"phone\":\"\",\"number\":\"+1\"}")).isEqualTo("number +1");
        assertThat(phone("{\"phone\":\"+2\",\"number\":\"+1\"}")).isEqualTo("phone +2");
        assertRefused("phone", () -> phone("{}"));
        assertRefused("number", () -> phone("{\"number\":5}"));
    }

    private static String phone(String body) {
        return json(body).required("phone", "number", (name, input) -> name + " " + input);
    }

    @Test
    void an_unvalidated_parameter_is_text_unchanged_and_anything_else_as_json() {
        assertThat(json("{\"email\":\" A@b.C\"}").unvalidated("email")).contains(" A@b.C");
        assertThat(json("{\"email\":[\"a\", 1]}").unvalidated("email")).contains("[\"a\",1]");
        assertThat(json("{\"email\":\"\"}").unvalidated("email")).isEmpty();
    }

    private static Parameters json(String body) {
        return ParameterReader.body("application/json", body.getBytes(UTF_8));
    }

    private static void assertRefused(String name, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(RefusedException.class).hasMessageContaining("name=" + name);
    }
}
