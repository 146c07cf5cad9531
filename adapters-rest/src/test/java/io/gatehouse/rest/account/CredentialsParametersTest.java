package io.gatehouse.rest.account;

import static io.gatehouse.rest.Sample.PROJECT;
import static io.gatehouse.rest.Sample.SESSION;
import static io.gatehouse.rest.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.contact.EmailBody;
import io.gatehouse.rest.contact.PhoneBody;
import io.gatehouse.rest.password.PasswordBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsParametersTest {

    private static final PasswordPolicy PASSWORDS = new PasswordPolicy(_ -> false);
    private static final PhoneNumbers NUMBERS = (_, typed) -> new PhoneNumber(typed);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                         | email
            {"email":"nobody","password":"12345678"}   | email
            {"email":"a@b.c"}                          | password
            {"email":"a@b.c","password":""}            | password
            {"email":"a@b.c","password":"1234567"}     | password
            """)
    void an_address_is_judged_before_the_password(String body, String wrong) {
        assertInvalid(wrong, () -> EmailBody.of(json(body)));
    }

    @Test
    void a_phone_may_be_called_a_number() {
        assertThat(PhoneBody.of(json("{\"number\":\"+1\",\"password\":\"12345678\"}"), NUMBERS))
                .isEqualTo(new PhoneBody(new PhoneNumber("+1"), new PlainPassword("12345678")));
        assertInvalid("phone", () -> PhoneBody.of(json("{\"password\":\"12345678\"}"), NUMBERS));
        assertInvalid("password", () -> PhoneBody.of(json("{\"phone\":\"+1\"}"), NUMBERS));
    }

    @Test
    void the_old_password_may_be_left_out_or_be_of_a_length_that_none_has() {
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
    void a_session_outlives_the_change_that_was_made_with_it_and_a_jwt_ends_none() {
        assertThat(password("{\"password\":\"12345678\"}").current()).isEqualTo(SESSION.id());
        var byJwt = PasswordBody.of(json("{\"password\":\"12345678\"}"), PROJECT, PASSWORDS)
                .toCommand(Sample.call(Sample.aliceByJwt()));
        assertThat(byJwt.current()).isNull();
    }

    private static UpdatePassword.Command password(String body) {
        return PasswordBody.of(json(body), PROJECT, PASSWORDS).toCommand(Sample.call(Sample.alice()));
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(RefusedException.class).hasMessageContaining("name=" + name);
    }
}
