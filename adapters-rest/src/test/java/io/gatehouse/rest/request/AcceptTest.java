package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    private static final List<MediaType> OFFERED = List.of(
            MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf("image/png"), MediaType.valueOf("image/svg+xml"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                                | application/json
            application/json, text/plain, */*                                  | application/json
            application/json, image/png                                        | application/json
            image/png                                                          | image/png
            IMAGE/PNG                                                          | image/png
            image/png, */*                                                     | image/png
            image/png, application/json;q=0.9                                  | image/png
            image/png;q=0.5, image/svg+xml;q=0.6                               | image/svg+xml
            image/*                                                            | image/png
            image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8              | image/svg+xml
            application/json;q=0.1, */*                                        | image/png
            image/png;q=0.4, application/json;q=0.5                            | application/json
            image/png;q=0, image/*                                             | image/svg+xml
            image/*;q=0, */*                                                   | application/json
            """)
    void the_offered_type_with_the_highest_quality_is_chosen(String accept, String chosen) {
        assertThat(new Accept(accept).choose(OFFERED)).isEqualTo(MediaType.valueOf(chosen));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "text/html",
                "image/png;q=0",
                "garbage",
                "image/png;q=x",
                "image/png;q=",
                "a/b;charset=",
                "','",
                "''",
                "NULL"
            },
            nullValues = "NULL")
    void the_first_offered_type_is_chosen_if_none_is_acceptable_or_the_header_is_malformed(String accept) {
        assertThat(new Accept(accept).choose(OFFERED)).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
    }
}
