package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.mfa.SecondFactors;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolAuthenticatorTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void whoever_begins_gets_a_secret_and_a_uri_for_their_app() {
        var created = factors.create("alice");
        assertThat(created.uri())
                .isEqualTo("otpauth://totp/Demo%3Aalice%40example.com?issuer=Demo&secret="
                        + created.secret().value());
        assertThat(created).hasToString("Created[hidden]");
    }

    @Test
    void the_secret_is_kept_sealed() {
        var secret = factors.begin("alice");
        assertThat(gatehouse.store().all(AuthenticatorCreated.class))
                .singleElement()
                .extracting(e -> gatehouse.vault().decrypt(e.secret()))
                .isEqualTo(secret);
    }

    @Test
    void an_app_proves_nothing_before_it_has_shown_a_code() {
        var before = gatehouse.view(id("alice"));
        gatehouse.pass(Duration.ofSeconds(1));
        factors.begin("alice");
        assertThat(gatehouse.view(id("alice"))).isEqualTo(before);
        assertThat(gatehouse.factors().of(id("alice")).hasVerifiedAuthenticator())
                .isFalse();
    }

    @Test
    void whoever_begins_again_gets_another_secret_and_the_old_one_is_dead() {
        var first = factors.begin("alice");
        var second = factors.begin("alice");
        assertThat(second).isNotEqualTo(first);
        assertThat(refusalOf(() -> factors.verify("alice", null, factors.code(first))))
                .contains(new InvalidToken());
        assertThat(factors.verify("alice", null, factors.code(second)).totp()).isTrue();
    }

    @Test
    void an_app_that_counts_already_does_not_give_way() {
        factors.enrol("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> factors.begin("alice"))).contains(new AuthenticatorAlreadyVerified());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void once_it_was_deleted_another_one_may_come() {
        var first = factors.enrol("alice");
        factors.delete("alice", null);
        assertThat(factors.enrol("alice")).isNotEqualTo(first);
        assertThat(gatehouse.view(id("alice")).totp()).isTrue();
    }

    @Test
    void beginning_is_an_entry_in_the_security_log_and_nothing_to_write_about() {
        gatehouse.with(SamplePolicies.noticing(SamplePolicies.STRICT));
        gatehouse.pass(Duration.ofSeconds(1));
        factors.begin("alice");
        assertThat(gatehouse.logs().of(id("alice"), 1, 0)).singleElement().matches(entry -> entry.event()
                .equals("user.update"));
        assertThat(gatehouse.letterbox()).isEmpty();
    }

    @Test
    void whoever_was_blocked_or_deleted_since_the_request_came_in_begins_nothing() {
        var alice = gatehouse.view(id("alice"));
        var command = new EnrolAuthenticator.Command(gatehouse.project(), alice);
        var create = new EnrolAuthenticator(
                gatehouse.totpCodes(), gatehouse.vault(), gatehouse.store(), gatehouse.ids(), gatehouse.clock());
        gatehouse.block(alice);
        assertThat(refusalOf(() -> create.handle(command, OCCASION))).contains(new UserIsBlocked());
        var bob = new EnrolAuthenticator.Command(gatehouse.project(), gatehouse.signUp("bob"));
        gatehouse.delete(id("bob"));
        assertThat(refusalOf(() -> create.handle(bob, OCCASION))).contains(new UserNotFound());
    }
}
