package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveAuthenticatorTest {

    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_deleted_authenticator_cannot_be_used_and_sessions_keep_its_factor() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.begin("alice");
        factors.verify("alice", session.id(), factors.code(app));
        var codes = factors.recoveryCodes("alice");
        factors.switchMfa("alice", session, true);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(refusalToDelete(null)).isEmpty();
        var alice = gatehouse.view(id("alice"));
        assertThat(alice.totp()).isFalse();
        assertThat(alice.mfa()).isTrue();
        assertThat(alice.updatedAt()).isEqualTo(NOON);
        assertThat(gatehouse.sessionsOf(id("alice")).getFirst().factors())
                .containsExactly(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP);
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes);
        assertThat(refusalOf(() -> factors.prove(session, Factor.TOTP, factors.code(app))))
                .contains(INVALID);
    }

    @Test
    void an_unverified_authenticator_can_be_deleted() {
        factors.begin("alice");
        assertThat(refusalToDelete(null)).isEmpty();
        assertThat(gatehouse.factors().of(id("alice"))).isEqualTo(new EnrolledFactors(null, null));
    }

    @Test
    void a_deletion_without_an_authenticator_is_refused_whatever_code_is_sent() {
        assertThat(refusalToDelete(null)).contains(new AuthenticatorNotFound());
        assertThat(refusalToDelete(new Secret("000000"))).contains(new AuthenticatorNotFound());
        factors.enrol("alice");
        assertThat(refusalToDelete(null)).isEmpty();
        assertThat(refusalToDelete(null)).contains(new AuthenticatorNotFound());
    }

    @Test
    void a_current_code_of_the_authenticator_allows_its_deletion() {
        var app = factors.enrol("alice");
        assertThat(refusalToDelete(factors.code(app, 1))).contains(INVALID);
        assertThat(refusalToDelete(factors.code(app))).isEmpty();
        assertThat(gatehouse.view(id("alice")).totp()).isFalse();
    }

    @Test
    void a_code_used_for_a_challenge_and_older_ones_are_refused() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        factors.prove(session, Factor.TOTP, factors.code(app));
        assertThat(refusalToDelete(factors.code(app))).contains(INVALID);
        assertThat(refusalToDelete(factors.code(app, -1))).contains(INVALID);
        gatehouse.advanceClock(Totp.STEP);
        assertThat(refusalToDelete(factors.code(app))).isEmpty();
    }

    @Test
    void a_recovery_code_allows_the_deletion_and_is_spent() {
        factors.enrol("alice");
        var codes = factors.recoveryCodes("alice");
        assertThat(refusalToDelete(codes.getFirst())).isEmpty();
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes.subList(1, 6));
        factors.enrol("alice");
        assertThat(refusalToDelete(codes.getFirst())).contains(INVALID);
        assertThat(refusalToDelete(codes.getLast())).isEmpty();
    }

    @Test
    void a_wrong_code_of_any_form_is_refused_and_changes_nothing() {
        factors.enrol("alice");
        assertThat(refusalToDelete(new Secret("ffffffffff"))).contains(INVALID);
        factors.recoveryCodes("alice");
        var before = gatehouse.events();
        assertThat(refusalToDelete(new Secret("ffffffffff"))).contains(INVALID);
        assertThat(refusalToDelete(new Secret("000000"))).contains(INVALID);
        assertThat(refusalToDelete(new Secret(""))).contains(INVALID);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void recovery_codes_of_other_users_are_refused() {
        gatehouse.signUp("bob");
        var ofBob = factors.recoveryCodes("bob").getFirst();
        factors.enrol("alice");
        factors.recoveryCodes("alice");
        assertThat(refusalToDelete(ofBob)).contains(INVALID);
    }

    @Test
    void a_deletion_leaves_one_log_entry_even_if_it_spends_a_recovery_code() {
        factors.enrol("alice");
        var code = factors.recoveryCodes("alice").getFirst();
        var before = gatehouse.logs().count(id("alice"));
        assertThat(refusalToDelete(code)).isEmpty();
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before + 1);
    }

    private Optional<Refusal> refusalToDelete(@Nullable Secret proof) {
        return refusalOf(() -> factors.delete("alice", proof));
    }
}
