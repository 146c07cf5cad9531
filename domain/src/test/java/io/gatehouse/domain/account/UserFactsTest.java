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
            new UserName("Alice Liddell"),
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
    void a_password_contains_what_others_know_whatever_its_case(String password) {
        assertThat(ALICE.occurIn(new PlainPassword(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "Alice", "example.com", "15112345678"})
    void half_a_fact_is_no_fact(String password) {
        assertThat(ALICE.occurIn(new PlainPassword(password))).isFalse();
    }

    @Test
    void of_those_nobody_knows_anything_about_the_id_is_still_known() {
        var stranger = new UserFacts(ID, null, null, null);
        assertThat(stranger.occurIn(new PlainPassword("my user7"))).isTrue();
        assertThat(stranger.occurIn(new PlainPassword("correct horse"))).isFalse();
    }
}
