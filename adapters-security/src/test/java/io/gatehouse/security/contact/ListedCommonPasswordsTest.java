package io.gatehouse.security.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.CommonPasswords;
import io.gatehouse.application.account.CommonPasswordsContract;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.security.ResourceLines;
import org.junit.jupiter.api.Test;

class ListedCommonPasswordsTest extends CommonPasswordsContract {

    private static final ListedCommonPasswords PASSWORDS = new ListedCommonPasswords();

    @Override
    protected CommonPasswords passwords() {
        return PASSWORDS;
    }

    @Test
    void the_list_has_ten_thousand_distinct_passwords() {
        assertThat(ResourceLines.of("common-passwords.txt", ListedCommonPasswords.class))
                .hasSize(10_000)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void a_comment_in_the_list_is_not_a_password() {
        assertThat(PASSWORDS.contains(new PlainPassword("# The 10 000 most common passwords")))
                .isFalse();
    }
}
