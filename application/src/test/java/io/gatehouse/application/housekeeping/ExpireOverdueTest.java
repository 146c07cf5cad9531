package io.gatehouse.application.housekeeping;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.OvertakenEventStore;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.mfa.OpenChallenges;
import io.gatehouse.application.mfa.SecondFactors;
import io.gatehouse.application.session.InMemoryRemains;
import io.gatehouse.application.session.OpenSessions;
import io.gatehouse.application.token.OpenTokens;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpireOverdueTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final ExpireOverdue expireOverdue = clearAway(gatehouse.store());

    @Test
    void what_has_run_out_is_cleared_away_once() {
        gatehouse.signUp("alice");
        var session = gatehouse.signIn("alice").session();
        new Requests(gatehouse).recovery("alice");
        new SecondFactors(gatehouse).challenge(session, Factor.TOTP);
        gatehouse.pass(SESSION_DURATION.plusMillis(1));
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(gatehouse.store().all(SessionExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(TokenExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(MfaChallengeExpired.class)).hasSize(1);
        assertThat(OpenChallenges.in(gatehouse.events())).isEmpty();
    }

    @Test
    void what_is_still_good_stays() {
        gatehouse.signUp("alice");
        var session = gatehouse.signIn("alice").session();
        new Requests(gatehouse).recovery("alice");
        new SecondFactors(gatehouse).challenge(session, Factor.TOTP);
        gatehouse.pass(Duration.ofHours(1));
        expireOverdue.handle();
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(session);
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).hasSize(1);
        assertThat(OpenChallenges.in(gatehouse.events())).hasSize(1);
    }

    @Test
    void a_session_that_cannot_be_cleared_away_keeps_nothing_else_from_going_and_is_told_at_the_end() {
        gatehouse.signUp("alice");
        var stuck = gatehouse.signIn("alice").session();
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        new Requests(gatehouse).recovery("alice");
        gatehouse.pass(SESSION_DURATION.plusMillis(1));
        var trouble = new IllegalStateException("stuck");
        var troubled = clearAway(new OvertakenEventStore(gatehouse.store(), () -> {
            throw trouble;
        }));
        assertThatThrownBy(troubled::handle).isSameAs(trouble);
        assertThat(OpenSessions.of(id("alice"), gatehouse.events()))
                .extracting(OpenSession::id)
                .containsExactly(stuck.id());
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).isEmpty();
        assertThat(troubled.handle()).isFalse();
        assertThat(OpenSessions.of(id("alice"), gatehouse.events())).isEmpty();
    }

    @Test
    void nobody_asked_for_it_so_the_security_log_is_silent() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        gatehouse.pass(SESSION_DURATION.plusMillis(1));
        expireOverdue.handle();
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(2);
    }

    @Test
    void a_heap_is_cleared_away_in_portions() {
        gatehouse.store().transact(OCCASION, streams -> {
            for (var n = 0; n < 501; n++) {
                var token = new TokenId(id("alice").project(), "token-" + n);
                streams.append(new TokenIssued(
                        id("alice"), token, TokenKind.MAGIC_URL, new Secret("secret-" + n).digest(), NOON, NOON));
            }
            return id("alice");
        });
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(expireOverdue.handle()).isTrue();
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).isEmpty();
    }

    private ExpireOverdue clearAway(EventStore store) {
        return new ExpireOverdue(new InMemoryRemains(gatehouse.store()), store, gatehouse.clock());
    }
}
