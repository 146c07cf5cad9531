package io.gatehouse.security.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.security.ResourceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedCommonPasswordsTest {

    private static final ListedCommonPasswords PASSWORDS = new ListedCommonPasswords();

    @Test
    void there_are_ten_thousand_of_them() {
        assertThat(ResourceLines.of("common-passwords.txt", ListedCommonPasswords.class))
                .hasSize(10_000)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "football", "iloveyou", "trustno1", "eyphed"})
    void what_attackers_try_first_is_common(String password) {
        assertThat(PASSWORDS.contains(new PlainPassword(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse", "Password", "password ", "pass word", "", "# The 10 000 most common passwords"})
    void a_password_is_compared_letter_for_letter(String password) {
        assertThat(PASSWORDS.contains(new PlainPassword(password))).isFalse();
    }
}
