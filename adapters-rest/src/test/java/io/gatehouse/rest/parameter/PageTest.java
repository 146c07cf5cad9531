package io.gatehouse.rest.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.InvalidQuery;
import io.gatehouse.domain.RefusedException;
import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void the_default_page_is_the_first_25() {
        assertThat(page()).isEqualTo(new Page(25, 0));
    }

    @Test
    void both_query_syntaxes_are_accepted_together() {
        assertThat(page("{\"method\":\"limit\",\"values\":[10]}", "offset(5)")).isEqualTo(new Page(10, 5));
        assertThat(page(" limit ( 3 ) ")).isEqualTo(new Page(3, 0));
        assertThat(page("{\"method\":\"offset\",\"values\":[\"7\"]}")).isEqualTo(new Page(25, 7));
    }

    @Test
    void plain_limit_and_offset_parameters_are_accepted() {
        assertThat(Page.of(ParameterReader.query("limit=2&offset=3"))).isEqualTo(new Page(2, 3));
        assertThat(Page.of(ParameterReader.query("limit=&offset="))).isEqualTo(new Page(25, 0));
        assertThat(Page.of(ParameterReader.query("limit=2&queries[]=limit(4)"))).isEqualTo(new Page(4, 0));
    }

    @Test
    void the_first_of_several_limits_counts() {
        assertThat(page("limit(1)", "limit(2)")).isEqualTo(new Page(1, 0));
    }

    @Test
    void a_limit_above_5000_is_reduced_to_5000() {
        assertThat(page("limit(999999999)")).isEqualTo(new Page(5_000, 0));
    }

    @Test
    void a_malformed_number_or_another_method_is_an_invalid_argument() {
        assertRefused(InvalidArgument.class, "limit(0)");
        assertRefused(InvalidArgument.class, "limit(ten)");
        assertRefused(InvalidArgument.class, "offset(-1)");
        assertRefused(InvalidArgument.class, "limit(99999999999)");
        assertRefused(InvalidArgument.class, "equal(\"event\",[\"x\"])");
        assertRefused(InvalidArgument.class, "{\"method\":\"limit\",\"values\":[1.5]}");
        assertRefused(InvalidArgument.class, "{\"method\":\"limit\",\"values\":[]}");
        assertRefused(InvalidArgument.class, "{\"method\":\"limit\"}");
        assertRefused(InvalidArgument.class, "{\"method\":\"orderAsc\",\"values\":[\"x\"]}");
        assertRefused(InvalidArgument.class, "{broken");
    }

    @Test
    void a_valid_query_does_not_excuse_an_invalid_one() {
        assertRefused(InvalidArgument.class, "limit(1)", "limit(0)");
    }

    @Test
    void a_text_that_is_no_method_call_is_an_invalid_query() {
        assertRefused(InvalidQuery.class, "limit");
        assertRefused(InvalidQuery.class, "[1]");
    }

    @Test
    void queries_have_to_be_a_list_of_at_most_100_short_texts() {
        assertThatThrownBy(() -> Page.of(ParameterReader.query("queries=limit(1)")))
                .isInstanceOf(RefusedException.class);
        assertRefused(
                InvalidArgument.class,
                Stream.generate(() -> "limit(1)").limit(101).toArray(String[]::new));
        assertRefused(InvalidArgument.class, "limit(" + " ".repeat(4_096) + "1)");
    }

    private static Page page(String... queries) {
        return Page.of(ParameterReader.query(Stream.of(queries)
                .map(query -> "queries[]=" + URLEncoder.encode(query, UTF_8))
                .collect(Collectors.joining("&"))));
    }

    private static void assertRefused(Class<? extends Refusal> refusal, String... queries) {
        assertThatThrownBy(() -> page(queries))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isInstanceOf(refusal));
    }
}
