package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.project.Policies;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionOpener}: how many sessions a user has, and how long they last. */
class SessionLimitTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void ten_sign_ins_with_a_limit_of_three_leave_the_newest_three() {
        gatehouse.with(SamplePolicies.sessionLimit(3));
        var opened = signIn(10);
        assertThat(sessions()).containsExactlyElementsOf(opened.subList(7, 10));
    }

    @Test
    void with_a_limit_of_one_only_the_newest_session_stays() {
        gatehouse.with(SamplePolicies.sessionLimit(1));
        assertThat(sessions()).isEmpty();
        assertThat(signIn(2).getLast()).isEqualTo(sessions().getFirst());
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void the_default_limit_is_ten_and_zero_means_no_limit() {
        signIn(11);
        assertThat(sessions()).hasSize(10);
        gatehouse.with(SamplePolicies.sessionLimit(0));
        signIn(11);
        assertThat(sessions()).hasSize(21);
    }

    @Test
    void a_lower_limit_applies_at_the_next_sign_in() {
        signIn(5);
        gatehouse.with(SamplePolicies.sessionLimit(2));
        assertThat(sessions()).hasSize(5);
        signIn(1);
        assertThat(sessions()).hasSize(2);
    }

    @Test
    void sessions_of_other_users_do_not_count() {
        gatehouse.with(SamplePolicies.sessionLimit(1));
        gatehouse.signUp("bob");
        signIn(1);
        gatehouse.signIn("bob");
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void an_eviction_sends_no_alert_and_leaves_no_log_entry() {
        gatehouse.with(SamplePolicies.sessionLimitWithAlerts(1));
        signIn(3);
        assertThat(gatehouse.store().all(SessionEvicted.class)).hasSize(2);
        assertThat(gatehouse.requestedMessages()).isEmpty();
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "session.create", "session.create");
    }

    @Test
    void an_expired_session_does_not_count_and_its_expiry_is_recorded() {
        gatehouse.with(SamplePolicies.sessionDuration(Duration.ofMinutes(1)));
        signIn(1);
        gatehouse.advanceClock(Duration.ofMinutes(1).plusMillis(1));
        gatehouse.with(SamplePolicies.sessionLimit(2));
        signIn(2);
        assertThat(sessions()).hasSize(2);
        assertThat(gatehouse.store().all(SessionExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(SessionEvicted.class)).isEmpty();
    }

    @Test
    void a_session_keeps_the_duration_configured_when_it_was_opened() {
        gatehouse.with(SamplePolicies.sessionDuration(Duration.ofMinutes(1)));
        signIn(1);
        gatehouse.with(Policies.DEFAULT);
        gatehouse.advanceClock(Duration.ofMinutes(1));
        assertThat(sessions()).hasSize(1);
        gatehouse.advanceClock(Duration.ofMillis(1));
        assertThat(sessions()).isEmpty();
    }

    private List<SessionView> sessions() {
        return gatehouse.sessionsOf(id("alice"));
    }

    /** A second apart. */
    private List<SessionView> signIn(int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> {
                    gatehouse.advanceClock(Duration.ofSeconds(1));
                    return gatehouse.signIn("alice").session();
                })
                .toList();
    }
}
