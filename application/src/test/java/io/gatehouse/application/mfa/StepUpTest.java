package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.mfa.Factor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepUpTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_passed_challenge_is_recent_for_30_minutes() {
        var code = factors.recoveryCodes("alice").getFirst();
        var session = factors.prove(gatehouse.signIn("alice").session(), Factor.RECOVERY_CODE, code);
        assertThat(StepUp.isRecent(session, NOON)).isTrue();
        assertThat(StepUp.isRecent(session, NOON.plus(HALF_AN_HOUR))).isTrue();
        assertThat(StepUp.isRecent(session, NOON.plus(HALF_AN_HOUR).plusMillis(1)))
                .isFalse();
    }

    @Test
    void signing_in_enrolling_and_enabling_mfa_are_no_challenges() {
        var session = gatehouse.signIn("alice").session();
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        factors.switchMfa("alice", session, true);
        assertThat(StepUp.isRecent(gatehouse.sessionsOf(id("alice")).getFirst(), NOON))
                .isFalse();
        assertThat(StepUp.isRecent(null, NOON)).isFalse();
    }

    @Test
    void users_without_mfa_satisfy_the_lenient_rule_without_a_challenge() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(StepUp.isSatisfied(gatehouse.view(id("alice")), session, NOON))
                .isTrue();
        assertThat(StepUp.isSatisfied(gatehouse.view(id("alice")), null, NOON)).isTrue();
        factors.switchMfa("alice", session, true);
        assertThat(StepUp.isSatisfied(gatehouse.view(id("alice")), session, NOON))
                .isFalse();
        assertThat(StepUp.isSatisfied(gatehouse.view(id("alice")), null, NOON)).isFalse();
    }
}
