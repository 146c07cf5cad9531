package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.account.PlainPassword;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link CommonPasswords}. */
public abstract class CommonPasswordsContract {

    protected abstract CommonPasswords passwords();

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "football", "iloveyou", "trustno1", "eyphed"})
    void what_attackers_try_first_is_common(String password) {
        assertThat(passwords().contains(new PlainPassword(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "Password", "password ", "pass word", ""})
    void a_password_is_compared_letter_for_letter(String password) {
        assertThat(passwords().contains(new PlainPassword(password))).isFalse();
    }
}
