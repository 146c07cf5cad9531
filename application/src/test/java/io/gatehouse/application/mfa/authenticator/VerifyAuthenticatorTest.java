package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.SecondFactors;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyAuthenticatorTest {

    private static final Secret WRONG = new Secret("wrong");
    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void whoever_shows_a_right_code_has_an_app_that_counts() {
        var app = factors.begin("alice");
        gatehouse.pass(Duration.ofSeconds(1));
        var answer = factors.verify("alice", null, factors.code(app));
        assertThat(answer)
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(true, AccountView::totp)
                .returns(false, AccountView::mfa)
                .returns(InMemoryGatehouse.NOON, AccountView::updatedAt);
    }

    @Test
    void the_session_has_then_proven_this_factor_but_passed_no_challenge() {
        var session = gatehouse.signIn("alice").session();
        var other = gatehouse.signIn("alice").session();
        var app = factors.begin("alice");
        factors.verify("alice", session.id(), factors.code(app));
        assertThat(gatehouse.sessionsOf(id("alice")))
                .extracting(SessionView::factors)
                .containsExactly(List.of("password", "totp"), List.of("password"));
        assertThat(gatehouse.sessionsOf(id("alice")))
                .extracting(SessionView::mfaUpdatedAt)
                .containsOnlyNulls();
        assertThat(gatehouse.sessionsOf(id("alice"))).contains(other);
    }

    @Test
    void another_app_is_the_same_factor() {
        var session = gatehouse.signIn("alice").session();
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        factors.delete("alice", null);
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        assertThat(gatehouse.sessionsOf(id("alice")).getFirst().factors()).containsExactly("password", "totp");
    }

    @Test
    void whoever_comes_without_a_session_proves_it_for_none() {
        var session = gatehouse.signIn("alice").session();
        factors.enrol("alice");
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(session);
        assertThat(gatehouse.view(id("alice")).totp()).isTrue();
    }

    @Test
    void a_wrong_code_matters_only_where_there_is_an_app_to_verify() {
        assertThat(refusalToVerify(WRONG)).contains(new AuthenticatorNotFound());
        var app = factors.begin("alice");
        assertThat(refusalToVerify(WRONG)).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app))).isEmpty();
        assertThat(refusalToVerify(WRONG)).contains(new AuthenticatorAlreadyVerified());
        assertThat(refusalToVerify(factors.code(app))).contains(new AuthenticatorAlreadyVerified());
    }

    @Test
    void a_wrong_code_changes_nothing() {
        factors.begin("alice");
        var before = gatehouse.events();
        assertThat(refusalToVerify(WRONG)).contains(INVALID);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void the_present_code_counts_and_the_one_before_but_none_older_and_none_to_come() {
        var app = factors.begin("alice");
        gatehouse.pass(Duration.ofSeconds(29));
        assertThat(refusalToVerify(factors.code(app, -2))).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app, 1))).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app, -1))).isEmpty();
        factors.delete("alice", null);
        assertThat(refusalToVerify(factors.code(factors.begin("alice")))).isEmpty();
    }

    @Test
    void a_code_is_typed_exactly_as_the_app_shows_it() {
        var code = factors.code(factors.begin("alice")).value();
        assertThat(refusalToVerify(new Secret(" " + code))).contains(INVALID);
        assertThat(refusalToVerify(new Secret(code + "\n"))).contains(INVALID);
        assertThat(refusalToVerify(new Secret("0" + code))).contains(INVALID);
        assertThat(refusalToVerify(new Secret(code.substring(1)))).contains(INVALID);
    }

    @Test
    void the_code_stays_good_for_one_challenge() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        assertThat(refusalToProve(session, factors.code(app))).isEmpty();
        assertThat(refusalToProve(session, factors.code(app))).contains(INVALID);
    }

    @Test
    void in_a_strict_project_it_is_spent_along_with_those_before_it() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        assertThat(refusalToProve(session, factors.code(app))).contains(INVALID);
        assertThat(refusalToProve(session, factors.code(app, -1))).contains(INVALID);
        gatehouse.pass(Totp.STEP);
        assertThat(refusalToProve(session, factors.code(app))).isEmpty();
    }

    @Test
    void whose_session_ends_meanwhile_has_verified_nothing() {
        var session = gatehouse.signIn("alice").session().id();
        var app = factors.begin("alice");
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session), InMemoryGatehouse.OCCASION);
        assertThat(refusalOf(() -> factors.verify("alice", session, factors.code(app))))
                .contains(new SessionNotFound());
        assertThat(gatehouse.view(id("alice")).totp()).isFalse();
    }

    @Test
    void verifying_is_one_entry_in_the_security_log() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = gatehouse.signIn("alice").session().id();
        var app = factors.begin("alice");
        var before = gatehouse.logs().count(id("alice"));
        factors.verify("alice", session, factors.code(app));
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before + 1);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .filteredOn(entry -> entry.event().equals("user.update"))
                .hasSize(2);
    }

    private Optional<Refusal> refusalToVerify(Secret code) {
        return refusalOf(() -> factors.verify("alice", null, code));
    }

    private Optional<Refusal> refusalToProve(SessionView session, Secret code) {
        return refusalOf(() -> factors.prove(session, Factor.TOTP, code));
    }
}
