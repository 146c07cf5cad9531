package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.mfa.SecondFactors;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveAuthenticatorTest {

    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_deleted_app_is_gone_but_what_was_proven_with_it_stays() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.begin("alice");
        factors.verify("alice", session.id(), factors.code(app));
        var codes = factors.recoveryCodes("alice");
        factors.switchMfa("alice", session, true);
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(refusalToDelete(null)).isEmpty();
        var alice = gatehouse.view(id("alice"));
        assertThat(alice.totp()).isFalse();
        assertThat(alice.mfa()).isTrue();
        assertThat(alice.updatedAt()).isEqualTo(NOON);
        assertThat(gatehouse.sessionsOf(id("alice")).getFirst().factors()).containsExactly("password", "totp");
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes);
        assertThat(refusalOf(() -> factors.prove(session, Factor.TOTP, factors.code(app))))
                .contains(INVALID);
    }

    @Test
    void one_that_was_never_verified_can_be_deleted_as_well() {
        factors.begin("alice");
        assertThat(refusalToDelete(null)).isEmpty();
        assertThat(gatehouse.factors().of(id("alice"))).isEqualTo(EnrolledFactors.NONE);
    }

    @Test
    void where_there_is_none_nothing_is_asked() {
        assertThat(refusalToDelete(null)).contains(new AuthenticatorNotFound());
        assertThat(refusalToDelete(new Secret("000000"))).contains(new AuthenticatorNotFound());
        factors.enrol("alice");
        assertThat(refusalToDelete(null)).isEmpty();
        assertThat(refusalToDelete(null)).contains(new AuthenticatorNotFound());
    }

    @Test
    void its_own_code_is_proof_enough() {
        var app = factors.enrol("alice");
        assertThat(refusalToDelete(factors.code(app, 1))).contains(INVALID);
        assertThat(refusalToDelete(factors.code(app))).isEmpty();
        assertThat(gatehouse.view(id("alice")).totp()).isFalse();
    }

    @Test
    void a_code_that_was_used_for_a_challenge_proves_nothing_more_nor_does_an_older_one() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        factors.prove(session, Factor.TOTP, factors.code(app));
        assertThat(refusalToDelete(factors.code(app))).contains(INVALID);
        assertThat(refusalToDelete(factors.code(app, -1))).contains(INVALID);
        gatehouse.pass(Totp.STEP);
        assertThat(refusalToDelete(factors.code(app))).isEmpty();
    }

    @Test
    void a_recovery_code_is_proof_enough_and_thereby_spent() {
        factors.enrol("alice");
        var codes = factors.recoveryCodes("alice");
        assertThat(refusalToDelete(codes.getFirst())).isEmpty();
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes.subList(1, 6));
        factors.enrol("alice");
        assertThat(refusalToDelete(codes.getFirst())).contains(INVALID);
        assertThat(refusalToDelete(codes.getLast())).isEmpty();
    }

    @Test
    void a_wrong_proof_changes_nothing_whatever_it_looks_like() {
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
    void recovery_codes_of_others_prove_nothing() {
        gatehouse.signUp("bob");
        var ofBob = factors.recoveryCodes("bob").getFirst();
        factors.enrol("alice");
        factors.recoveryCodes("alice");
        assertThat(refusalToDelete(ofBob)).contains(INVALID);
    }

    @Test
    void a_proof_is_one_entry_in_the_security_log_even_if_it_spent_something() {
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
