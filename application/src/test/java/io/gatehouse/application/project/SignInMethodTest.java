package io.gatehouse.application.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.session.AuthenticationFactor;
import org.junit.jupiter.api.Test;

class SignInMethodTest {

    @Test
    void methods_are_named_as_in_the_api() {
        assertThat(SignInMethod.values())
                .extracting(SignInMethod::value)
                .containsExactly("email-password", "magic-url", "email-otp", "anonymous", "phone", "jwt");
    }

    @Test
    void a_method_is_found_by_its_name_alone() {
        assertThat(SignInMethod.find("magic-url")).contains(SignInMethod.MAGIC_URL);
        assertThat(SignInMethod.find("MAGIC_URL")).isEmpty();
        assertThat(SignInMethod.find("magicurl")).isEmpty();
    }

    @Test
    void a_method_that_opens_sessions_verifies_one_factor() {
        assertThat(SignInMethod.EMAIL_PASSWORD.factors()).containsExactly(AuthenticationFactor.PASSWORD);
        assertThat(SignInMethod.JWT.factors()).isEmpty();
    }
}
