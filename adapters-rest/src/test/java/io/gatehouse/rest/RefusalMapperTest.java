package io.gatehouse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.StreamMovedException;
import io.gatehouse.application.UnavailableException;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.BodyTooLarge;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.json.Json;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class RefusalMapperTest {

    private final RefusalMapper mapper = new RefusalMapper(Sample.SETTINGS);

    @Test
    void the_envelope_has_its_fields_in_order() throws IOException {
        var answer = answer(new ScopeMissing("User", "guests", "account"));
        assertThat(Json.WRITER.writeValueAsString(answer.getEntity()))
                .isEqualTo("{\"message\":\"User (role: guests) missing scope (account)\",\"code\":401,"
                        + "\"type\":\"general_unauthorized_scope\",\"version\":\"1.9.6\"}");
    }

    @Test
    void the_status_is_the_code() {
        assertThat(answer(new UserIsBlocked()).getStatus()).isEqualTo(403);
        assertThat(answer(new UserIsBlocked()).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(403, "user_blocked");
    }

    @Test
    void an_invalid_argument_is_named_together_with_its_rule() {
        assertThat(answer(new InvalidArgument("email", "must be a valid email address"))
                        .getEntity()
                        .message())
                .isEqualTo("Invalid `email` param: it must be a valid email address.");
    }

    @Test
    void a_large_body_is_an_invalid_argument_of_its_own_status() {
        assertThat(answer(new BodyTooLarge(5)).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(413, "general_argument_invalid");
    }

    @Test
    void nobody_keeps_an_error() {
        var headers = answer(new UserIsBlocked()).getHeaders();
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
        assertThat(headers.getFirst("Expires")).isEqualTo("0");
        assertThat(headers.getFirst("Pragma")).isEqualTo("no-cache");
    }

    @Test
    void what_is_nobodys_fault_says_when_to_come_back() {
        assertBusy(answer(new Overloaded(Duration.ofSeconds(3))), 3);
        assertBusy(answer(new Overloaded(Duration.ofMillis(300))), 1);
        assertBusy(mapper.tryAgain(new StreamMovedException()), 1);
        assertBusy(mapper.tryAgain(new UnavailableException("database", new IOException())), 1);
    }

    @Test
    void a_method_nobody_answers_is_a_path_nobody_has() {
        var refused = new NotAllowedException(Response.status(405).build());
        assertThat(mapper.answer(refused).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(404, "general_route_not_found");
    }

    @Test
    void a_bug_tells_no_details() {
        var answer = mapper.bug(new IllegalStateException("select * from secrets"));
        assertThat(answer.getEntity())
                .isEqualTo(new ErrorBody("An unknown error has occurred.", 500, "general_unknown", "1.9.6"));
    }

    private RestResponse<ErrorBody> answer(Refusal refusal) {
        return mapper.answer(new RefusedException(refusal));
    }

    private static void assertBusy(RestResponse<ErrorBody> answer, long seconds) {
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity().type()).isEqualTo("general_server_error");
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo(seconds);
    }
}
