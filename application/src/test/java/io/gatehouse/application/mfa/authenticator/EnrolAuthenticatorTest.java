package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.mfa.MfaRequests;
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
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_new_authenticator_is_returned_as_secret_and_provisioning_uri_and_its_text_is_hidden() {
        var created = factors.create("alice");
        assertThat(created.uri())
                .isEqualTo("otpauth://totp/Demo%3Aalice%40example.com?issuer=Demo&secret="
                        + created.secret().value());
        assertThat(created).hasToString("Created[hidden]");
    }

    @Test
    void the_secret_is_stored_encrypted() {
        var secret = factors.begin("alice");
        assertThat(gatehouse.store().all(AuthenticatorCreated.class))
                .singleElement()
                .extracting(e -> gatehouse.secretEncryption().decrypt(e.secret()))
                .isEqualTo(secret);
    }

    @Test
    void an_unverified_authenticator_changes_neither_account_nor_factors() {
        var before = gatehouse.view(id("alice"));
        gatehouse.advanceClock(Duration.ofSeconds(1));
        factors.begin("alice");
        assertThat(gatehouse.view(id("alice"))).isEqualTo(before);
        assertThat(gatehouse.factors().of(id("alice")).hasVerifiedAuthenticator())
                .isFalse();
    }

    @Test
    void a_second_enrolment_replaces_an_unverified_authenticator() {
        var first = factors.begin("alice");
        var second = factors.begin("alice");
        assertThat(second).isNotEqualTo(first);
        assertThat(refusalOf(() -> factors.verify("alice", null, factors.code(first))))
                .contains(new InvalidToken());
        assertThat(factors.verify("alice", null, factors.code(second)).totp()).isTrue();
    }

    @Test
    void a_second_enrolment_is_refused_while_a_verified_authenticator_exists() {
        factors.enrol("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> factors.begin("alice"))).contains(new AuthenticatorAlreadyVerified());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_new_authenticator_can_be_enrolled_after_the_deletion_of_the_old_one() {
        var first = factors.enrol("alice");
        factors.delete("alice", null);
        assertThat(factors.enrol("alice")).isNotEqualTo(first);
        assertThat(gatehouse.view(id("alice")).totp()).isTrue();
    }

    @Test
    void an_enrolment_leaves_a_log_entry_and_sends_no_notice() {
        gatehouse.with(SamplePolicies.withSecurityNotices(SamplePolicies.STRICT));
        gatehouse.advanceClock(Duration.ofSeconds(1));
        factors.begin("alice");
        assertThat(gatehouse.logs().of(id("alice"), 1, 0)).singleElement().matches(entry -> entry.event()
                .equals("user.update"));
        assertThat(gatehouse.requestedMessages()).isEmpty();
    }

    @Test
    void an_enrolment_is_refused_if_the_user_was_blocked_or_deleted_after_authentication() {
        var alice = gatehouse.view(id("alice"));
        var command = new EnrolAuthenticator.Command(alice);
        var create = new EnrolAuthenticator(
                gatehouse.totpVerifier(),
                gatehouse.secretEncryption(),
                gatehouse.store(),
                gatehouse.ids(),
                gatehouse.clock());
        gatehouse.block(alice);
        assertThat(refusalOf(() -> create.handle(command, gatehouse.context()))).contains(new UserIsBlocked());
        var bob = new EnrolAuthenticator.Command(gatehouse.signUp("bob"));
        gatehouse.delete(id("bob"));
        assertThat(refusalOf(() -> create.handle(bob, gatehouse.context()))).contains(new UserNotFound());
    }
}
