package io.gatehouse.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.ProjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFactsTest {

    private static final AccountId ID = new AccountId(new ProjectId("demo"), "User7");
    private static final UserFacts ALICE = new UserFacts(
            ID,
            new EmailAddress("wonder@example.com"),
            new DisplayName("Alice Liddell"),
            new PhoneNumber("+4915112345678"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxuser7xx",
                "WONDER@example.com!",
                "iwonderwhy",
                "the ALICE liddell",
                "+4915112345678",
                "004915112345678"
            })
    void personal_data_is_found_in_a_password_in_any_letter_case(String password) {
        assertThat(ALICE.occurIn(new PlainPassword(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "Alice", "example.com", "15112345678"})
    void parts_of_personal_data_are_not_found(String password) {
        assertThat(ALICE.occurIn(new PlainPassword(password))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my ren\u00E9e",
                "my rene\u0301e",
                "my REN\u00C9E",
                "my RENE\u0301E",
                "my \uFF52\uFF45\uFF4E\u00E9e"
            })
    void personal_data_is_found_however_its_characters_are_typed(String password) {
        for (var name : new String[] {"Ren\u00E9e", "Rene\u0301e"}) {
            var facts = new UserFacts(ID, null, new DisplayName(name), null);
            assertThat(facts.occurIn(new PlainPassword(password))).isTrue();
            assertThat(facts.occurIn(new PlainPassword("my renee"))).isFalse();
        }
    }

    @Test
    void the_user_id_is_personal_data_even_if_nothing_else_is_known() {
        var onlyId = new UserFacts(ID, null, null, null);
        assertThat(onlyId.occurIn(new PlainPassword("my user7"))).isTrue();
        assertThat(onlyId.occurIn(new PlainPassword("correct horse"))).isFalse();
    }

    @Test
    void an_empty_name_occurs_in_no_password() {
        var nameless = new UserFacts(ID, null, new DisplayName(""), null);
        assertThat(nameless.occurIn(new PlainPassword("my user7"))).isTrue();
        assertThat(nameless.occurIn(new PlainPassword("correct horse"))).isFalse();
    }
}
