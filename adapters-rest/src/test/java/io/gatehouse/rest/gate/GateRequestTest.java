package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.request.Accept;
import io.gatehouse.rest.request.ResponseFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call has the parameters, format, language and user agent of its request; the timestamp is checked last. */
class GateRequestTest {

    private final GateFixture gate = new GateFixture();

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.3.8", "1.5.11", "1.9.5", "2.0.0", "99.0.0", "latest", ""})
    void parameters_are_the_same_in_every_response_format(String format) {
        gate.send("X-Appwrite-Response-Format", format);
        gate.send("Content-Type", "application/json");
        gate.sendBody(
                "{\"otp\":\"1\",\"passwordAgain\":\"2\",\"number\":\"3\",\"queries\":[\"limit(4)\"],\"duration\":5}");
        var sent = gate.admitted("redeemToken").parameters();
        assertThat(Stream.of("otp", "passwordAgain", "number", "duration").map(sent::unvalidated))
                .containsExactly(Optional.of("1"), Optional.of("2"), Optional.of("3"), Optional.of("5"));
        assertThat(Page.of(sent)).isEqualTo(new Page(4, 0));
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.0.0", "99.0.0, 99.0.0", "latest, 1.9.6", "1.8, 1.9.6", "'', 1.9.6"})
    void the_response_format_is_the_newest_unless_a_full_version_is_sent(String sent, String understood) {
        gate.send("X-Appwrite-Response-Format", sent);
        assertThat(gate.admitted("getPublicKeys").format())
                .isEqualTo(ResponseFormat.parse(understood).orElseThrow());
    }

    @Test
    void a_response_format_newer_than_the_newest_known_one_gets_a_warning() {
        gate.send("X-Appwrite-Response-Format", "1.9.6");
        gate.refusal("getAccount");
        assertThat(gate.responseHeaders().contains("X-Appwrite-Warning")).isFalse();
        gate.send("X-Appwrite-Response-Format", "2.0.0");
        gate.refusal("getAccount");
        assertThat(gate.responseHeaders().contains("X-Appwrite-Warning")).isTrue();
    }

    @Test
    void the_accept_header_is_passed_on() {
        assertThat(gate.admitted("getPublicKeys").accept()).isEqualTo(new Accept("image/png"));
    }

    @Test
    void a_forwarded_user_agent_is_accepted_from_keys_only() {
        gate.send("User-Agent", "node");
        gate.send("X-Forwarded-User-Agent", "Mozilla\u0000\u00ff");
        assertThat(gate.admitted("signIn").context().metadata().userAgent().value())
                .isEqualTo("node");
        gate.send("X-Appwrite-Key", "server");
        assertThat(gate.admitted("signIn").context().metadata().userAgent().value())
                .isEqualTo("Mozilla \u00ff");
    }

    @Test
    void the_locale_is_that_of_the_parameter_else_of_the_header_and_english_if_unknown() {
        gate.send("X-Appwrite-Locale", "pt-br");
        assertThat(gate.admitted("signIn").locale().toLanguageTag()).isEqualTo("pt-BR");
        gate.sendBody("locale=de");
        assertThat(gate.admitted("signIn").locale().toLanguageTag()).isEqualTo("de");
        gate.counted().clear();
        gate.sendBody("locale=klingon");
        assertThat(gate.admitted("signIn").locale().toLanguageTag()).isEqualTo("en");
    }

    @Test
    void a_timestamp_that_is_no_date_is_refused_by_endpoints_that_use_it_and_ignored_by_others() {
        gate.send("X-Appwrite-Timestamp", "yesterday");
        assertThat(gate.refusal("signIn")).isInstanceOf(InvalidArgument.class);
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
    }
}
