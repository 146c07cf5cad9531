package io.gatehouse.application.housekeeping;

import static io.gatehouse.application.InMemoryGatehouse.METADATA;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.OvertakenEventStore;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.mfa.ChallengesFromLog;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.session.InMemoryOverdueItems;
import io.gatehouse.application.session.SessionsFromLog;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.application.token.TokensFromLog;
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
    void the_expiry_of_overdue_items_is_recorded_once() {
        gatehouse.signUp("alice");
        var session = gatehouse.signIn("alice").session();
        new TokenRequests(gatehouse).recovery("alice");
        new MfaRequests(gatehouse).challenge(session, Factor.TOTP);
        gatehouse.advanceClock(SESSION_DURATION.plusMillis(1));
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(gatehouse.store().all(SessionExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(TokenExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(MfaChallengeExpired.class)).hasSize(1);
        assertThat(ChallengesFromLog.in(gatehouse.events())).isEmpty();
    }

    @Test
    void valid_items_do_not_expire() {
        gatehouse.signUp("alice");
        var session = gatehouse.signIn("alice").session();
        new TokenRequests(gatehouse).recovery("alice");
        new MfaRequests(gatehouse).challenge(session, Factor.TOTP);
        gatehouse.advanceClock(Duration.ofHours(1));
        expireOverdue.handle();
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(session);
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).hasSize(1);
        assertThat(ChallengesFromLog.in(gatehouse.events())).hasSize(1);
    }

    @Test
    void a_failure_for_one_item_is_thrown_after_all_others_are_handled_and_the_item_is_retried() {
        gatehouse.signUp("alice");
        var stuck = gatehouse.signIn("alice").session();
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        new TokenRequests(gatehouse).recovery("alice");
        gatehouse.advanceClock(SESSION_DURATION.plusMillis(1));
        var trouble = new IllegalStateException("stuck");
        var troubled = clearAway(new OvertakenEventStore(gatehouse.store(), () -> {
            throw trouble;
        }));
        assertThatThrownBy(troubled::handle).isSameAs(trouble);
        assertThat(SessionsFromLog.of(id("alice"), gatehouse.events()))
                .extracting(OpenSession::id)
                .containsExactly(stuck.id());
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).isEmpty();
        assertThat(troubled.handle()).isFalse();
        assertThat(SessionsFromLog.of(id("alice"), gatehouse.events())).isEmpty();
    }

    @Test
    void recorded_expiry_leaves_no_log_entry() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        gatehouse.advanceClock(SESSION_DURATION.plusMillis(1));
        expireOverdue.handle();
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(2);
    }

    @Test
    void at_most_500_items_of_a_kind_are_handled_at_a_time() {
        gatehouse.store().transact(METADATA, streams -> {
            for (var n = 0; n < 501; n++) {
                var token = new TokenId(id("alice").project(), "token-" + n);
                streams.append(new TokenIssued(
                        id("alice"), token, TokenKind.MAGIC_URL, new Secret("secret-" + n).digest(), NOON, NOON));
            }
            return id("alice");
        });
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(expireOverdue.handle()).isTrue();
        assertThat(expireOverdue.handle()).isFalse();
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).isEmpty();
    }

    private ExpireOverdue clearAway(EventStore store) {
        return new ExpireOverdue(new InMemoryOverdueItems(gatehouse.store()), store, gatehouse.clock());
    }
}
