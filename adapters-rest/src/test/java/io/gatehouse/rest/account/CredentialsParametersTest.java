package io.gatehouse.rest.account;

import static io.gatehouse.rest.RestFixtures.PROJECT;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.RestFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.contact.EmailBody;
import io.gatehouse.rest.contact.PhoneBody;
import io.gatehouse.rest.password.PasswordBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsParametersTest {

    private static final PasswordPolicy PASSWORDS = new PasswordPolicy(_ -> false);
    private static final PhoneNumbers NUMBERS = (_, number) -> input(number);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                         | email
            {"email":"nobody","password":"12345678"}   | email
            {"email":"a@b.c"}                          | password
            {"email":"a@b.c","password":""}            | password
            {"email":"a@b.c","password":"1234567"}     | password
            """)
    void the_address_is_checked_before_the_password(String body, String wrong) {
        assertInvalid(wrong, () -> EmailBody.of(json(body), PASSWORDS));
    }

    @Test
    void the_parameter_number_is_accepted_for_phone() {
        var body = PhoneBody.of(json("{\"number\":\"+1\",\"password\":\"12345678\"}"), NUMBERS, PASSWORDS);
        assertThat(body.phone()).isEqualTo(input("+1"));
        assertThat(body.password().plain()).isEqualTo(new PlainPassword("12345678"));
        assertInvalid("phone", () -> PhoneBody.of(json("{\"password\":\"12345678\"}"), NUMBERS, PASSWORDS));
        assertInvalid("password", () -> PhoneBody.of(json("{\"phone\":\"+1\"}"), NUMBERS, PASSWORDS));
    }

    @Test
    void the_old_password_may_be_absent_or_too_short_for_a_new_one() {
        assertThat(password("{\"password\":\"12345678\"}").old()).isNull();
        assertThat(password("{\"password\":\"12345678\",\"oldPassword\":\"\"}").old())
                .isNull();
        assertThat(password("{\"password\":\"12345678\",\"oldPassword\":\"x\"}").old())
                .isEqualTo(new PlainPassword("x"));
        assertInvalid("password", () -> password("{\"oldPassword\":\"x\"}"));
        assertInvalid(
                "oldPassword",
                () -> password("{\"password\":\"12345678\",\"oldPassword\":\"" + "x".repeat(257) + "\"}"));
    }

    @Test
    void a_change_by_session_keeps_that_session_and_one_by_jwt_ends_none() {
        assertThat(password("{\"password\":\"12345678\"}").current()).isEqualTo(SESSION.id());
        var byJwt = PasswordBody.of(json("{\"password\":\"12345678\"}"), PROJECT, PASSWORDS)
                .toCommand(RestFixtures.call(RestFixtures.aliceByJwt()));
        assertThat(byJwt.current()).isNull();
    }

    private static UpdatePassword.Command password(String body) {
        return PasswordBody.of(json(body), PROJECT, PASSWORDS).toCommand(RestFixtures.call(RestFixtures.alice()));
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(RefusedException.class).hasMessageContaining("name=" + name);
    }

    private static PhoneInput input(String number) {
        return new PhoneInput(new PhoneNumber(number), new PhoneNumber(number));
    }
}
