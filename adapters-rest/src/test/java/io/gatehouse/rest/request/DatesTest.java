package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @Test
    void dates_have_three_fraction_digits_and_an_offset_in_digits() {
        assertThat(Dates.text(Instant.parse("2024-02-29T12:00:00.123987Z"))).isEqualTo("2024-02-29T12:00:00.123+00:00");
        assertThat(Dates.text(Instant.parse("2024-02-29T00:00:00Z"))).isEqualTo("2024-02-29T00:00:00.000+00:00");
    }

    @Test
    void a_null_date_is_an_empty_text() {
        assertThat(Dates.text(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29",
                "2024-02-29T12:00",
                "2024-02-29 12:00:00",
                "2024-02-29T12:00:00Z",
                "2024-02-29T12:00:00.123Z",
                "2024-02-29T12:00:00.123456+02:00",
                "2024-02-29T12:00:00.000+00:00"
            })
    void these_date_formats_are_accepted(String input) {
        assertThat(Dates.isDate(input)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "2024", "2024-13-01", "2024-02-29T", "2024-02-29T12:00:00Z!"})
    void other_date_formats_are_refused(String input) {
        assertThat(Dates.isDate(input)).isFalse();
    }
}
