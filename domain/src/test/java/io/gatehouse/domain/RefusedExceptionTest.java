package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.UserIsBlocked;
import org.junit.jupiter.api.Test;

class RefusedExceptionTest {

    private final RefusedException refused = new RefusedException(new UserIsBlocked());

    @Test
    void a_refusal_is_expected_and_records_no_stack_trace() {
        assertThat(refused.getStackTrace()).isEmpty();
    }

    @Test
    void the_message_names_the_refusal() {
        assertThat(refused).hasMessage("UserIsBlocked[]");
    }
}
