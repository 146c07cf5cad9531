package io.gatehouse.application.account;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import org.junit.jupiter.api.Test;

class CreateAccountTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void the_answer_is_what_everybody_reads_from_now_on() {
        var answer = gatehouse.signUp("alice");
        assertThat(answer).isEqualTo(gatehouse.view(id("alice")));
        assertThat(answer.targets()).hasSize(1);
    }

    @Test
    void an_account_keeps_a_hash_of_its_password() {
        gatehouse.signUp("alice");
        var known = gatehouse
                .accounts()
                .findByEmail(id("alice").project(), address("alice"))
                .orElseThrow();
        assertThat(known.id()).isEqualTo(id("alice"));
        assertThat(gatehouse.hasher().matches(PASSWORD, known.password())).isTrue();
    }

    @Test
    void a_sign_up_is_one_entry_in_the_security_log_and_opens_no_session() {
        gatehouse.signUp("alice");
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactly("user.create");
        assertThat(gatehouse.sessions().of(id("alice"), InMemoryGatehouse.NOON)).isEmpty();
    }

    @Test
    void a_taken_id_is_refused() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), address("bob"))))
                .contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_taken_address_is_refused() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> gatehouse.signUp(id("bob"), address("alice"))))
                .contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }
}
