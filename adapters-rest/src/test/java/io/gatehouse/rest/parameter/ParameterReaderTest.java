package io.gatehouse.rest.parameter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReaderTest {

    private static final String MULTIPART = "multipart/form-data; boundary=xx";

    @Test
    void json_is_read_with_any_content_type_parameter() {
        assertThat(body("application/json", "{\"name\":\"é\"}").unvalidated("name"))
                .contains("é");
        assertThat(body("Application/JSON; charset=latin1", "{\"name\":\"é\"}").unvalidated("name"))
                .contains("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"name\":\"x\"} y", "{\"name\":tru}", "{'name':'x'}"})
    void broken_json_and_json_that_is_no_object_count_as_no_parameters(String body) {
        assertThat(body("application/json", body).has("name")).isFalse();
    }

    @Test
    void deeply_nested_json_counts_as_no_parameters() {
        var body = "{\"name\":\"x\",\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(body("application/json", body).has("name")).isFalse();
    }

    @Test
    void json_of_very_many_pieces_counts_as_no_parameters() {
        var body = "{\"name\":\"x\",\"many\":[" + "[],".repeat(200_000) + "[]]}";
        assertThat(body("application/json", body).has("name")).isFalse();
    }

    @Test
    void what_is_not_utf_8_counts_as_no_parameters() {
        assertThat(ParameterReader.body("application/json", "{\"name\":\"é\"}".getBytes(ISO_8859_1))
                        .has("name"))
                .isFalse();
        assertThat(ParameterReader.body("application/json", "{\"name\":\"x\"}".getBytes(UTF_16))
                        .has("name"))
                .isFalse();
        assertThat(body("", "name=caf%e9").has("name")).isFalse();
    }

    @Test
    void of_duplicate_keys_the_last_counts() {
        assertThat(body("application/json", "{\"name\":\"a\",\"name\":\"b\"}").unvalidated("name"))
                .contains("b");
        assertThat(body("", "name=a&name=b").unvalidated("name")).contains("b");
    }

    @Test
    void any_other_type_is_read_as_a_form() {
        assertThat(body("", "name=a+b%26%c3%a9").unvalidated("name")).contains("a b&é");
        assertThat(body("text/weird", "name=x").unvalidated("name")).contains("x");
        assertThat(body("text/plain", "{\"name\":\"x\"}").has("name")).isFalse();
    }

    @Test
    void a_percent_sign_without_an_escape_is_kept() {
        assertThat(body("", "name=100%&other=%zz").unvalidated("name")).contains("100%");
        assertThat(body("", "other=%zz").unvalidated("other")).contains("%zz");
    }

    @Test
    void brackets_make_lists_and_maps() {
        var parameters = ParameterReader.query("q[]=a&q[]=b&i[0]=c&i[1]=d&prefs[x]=1&prefs[y][z]=2&prefs[y][]=3");
        assertThat(parameters.unvalidated("q")).contains("[\"a\",\"b\"]");
        assertThat(parameters.unvalidated("i")).contains("[\"c\",\"d\"]");
        assertThat(parameters.object("prefs")).isEqualTo("{\"x\":\"1\",\"y\":{\"z\":\"2\",\"1\":\"3\"}}");
    }

    @Test
    void unmatched_brackets_are_part_of_the_name() {
        assertThat(ParameterReader.query("a[=x").unvalidated("a[")).contains("x");
        assertThat(ParameterReader.query("[]=x").unvalidated("[]")).contains("x");
        assertThat(ParameterReader.query("a" + "[b]".repeat(17) + "=x").has("a"))
                .isFalse();
    }

    @Test
    void a_form_of_very_many_fields_is_read_up_to_a_thousand() {
        var parameters = ParameterReader.query("a=b&".repeat(999) + "last=in&lost=out");
        assertThat(parameters.has("last")).isTrue();
        assertThat(parameters.has("lost")).isFalse();
    }

    @Test
    void multipart_fields_are_read_and_files_left_out() {
        var body = """
                --xx
                Content-Disposition: form-data; name="name"

                é
                --xx
                Content-Disposition: form-data; name="q[]"

                1
                --xx
                Content-Disposition: form-data; name="file"; filename="f"

                bytes
                --xx--
                """;
        var parameters = body(MULTIPART, body.replace("\n", "\r\n"));
        assertThat(parameters.unvalidated("name")).contains("é");
        assertThat(parameters.unvalidated("q")).contains("[\"1\"]");
        assertThat(parameters.has("file")).isFalse();
    }

    @Test
    void broken_multipart_counts_as_no_parameters() {
        assertThat(body(MULTIPART, "--xx\r\nContent-Dispo").has("name")).isFalse();
        assertThat(body("multipart/form-data", "name=x").has("name")).isFalse();
    }

    private static Parameters body(String contentType, String body) {
        return ParameterReader.body(contentType, body.getBytes(UTF_8));
    }
}
