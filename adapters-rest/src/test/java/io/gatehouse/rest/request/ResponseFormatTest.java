package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseFormatTest {

    @Test
    void versions_compare_by_number_and_not_as_text() {
        assertThat(format("1.10.0")).isGreaterThan(format("1.9.6"));
        assertThat(format("1.8.9")).isLessThan(new ResponseFormat(1, 9, 0));
        assertThat(format("1.9.0-RC1")).isEqualByComparingTo(new ResponseFormat(1, 9, 0));
    }

    @Test
    void a_text_that_is_no_version_is_not_parsed() {
        assertThat(ResponseFormat.parse(null)).isEmpty();
        assertThat(ResponseFormat.parse("latest")).isEmpty();
        assertThat(ResponseFormat.parse("1.99999999999.0")).isEmpty();
    }

    private static ResponseFormat format(String input) {
        return ResponseFormat.parse(input).orElseThrow();
    }
}
