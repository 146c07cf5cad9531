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

class RecentChallengeTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_challenge_was_passed_lately_for_half_an_hour() {
        var code = factors.recoveryCodes("alice").getFirst();
        var session = factors.prove(gatehouse.signIn("alice").session(), Factor.RECOVERY_CODE, code);
        assertThat(RecentChallenge.isThere(session, NOON)).isTrue();
        assertThat(RecentChallenge.isThere(session, NOON.plus(HALF_AN_HOUR))).isTrue();
        assertThat(RecentChallenge.isThere(session, NOON.plus(HALF_AN_HOUR).plusMillis(1)))
                .isFalse();
    }

    @Test
    void neither_signing_in_nor_enrolling_nor_switching_is_a_challenge() {
        var session = gatehouse.signIn("alice").session();
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        factors.switchMfa("alice", session, true);
        assertThat(RecentChallenge.isThere(gatehouse.sessionsOf(id("alice")).getFirst(), NOON))
                .isFalse();
        assertThat(RecentChallenge.isThere(null, NOON)).isFalse();
    }

    @Test
    void users_who_need_one_factor_need_no_challenge_where_that_is_enough() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        assertThat(RecentChallenge.isEnough(gatehouse.view(id("alice")), session, NOON))
                .isTrue();
        assertThat(RecentChallenge.isEnough(gatehouse.view(id("alice")), null, NOON))
                .isTrue();
        factors.switchMfa("alice", session, true);
        assertThat(RecentChallenge.isEnough(gatehouse.view(id("alice")), session, NOON))
                .isFalse();
        assertThat(RecentChallenge.isEnough(gatehouse.view(id("alice")), null, NOON))
                .isFalse();
    }
}
