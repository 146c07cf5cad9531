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

/** Of {@link SessionOpener}: how many sessions somebody has, and for how long. */
class SessionLimitTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void ten_sign_ins_with_room_for_three_leave_the_newest_three() {
        gatehouse.with(SamplePolicies.atMostSessions(3));
        var opened = signIn(10);
        assertThat(sessions()).containsExactlyElementsOf(opened.subList(7, 10));
    }

    @Test
    void with_room_for_one_only_the_newest_stays() {
        gatehouse.with(SamplePolicies.atMostSessions(1));
        assertThat(sessions()).isEmpty();
        assertThat(signIn(2).getLast()).isEqualTo(sessions().getFirst());
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void there_is_room_for_ten_unless_told_otherwise_and_without_limit_for_all() {
        signIn(11);
        assertThat(sessions()).hasSize(10);
        gatehouse.with(SamplePolicies.atMostSessions(0));
        signIn(11);
        assertThat(sessions()).hasSize(21);
    }

    @Test
    void a_lower_limit_counts_from_the_next_sign_in_on() {
        signIn(5);
        gatehouse.with(SamplePolicies.atMostSessions(2));
        assertThat(sessions()).hasSize(5);
        signIn(1);
        assertThat(sessions()).hasSize(2);
    }

    @Test
    void sessions_of_others_take_no_room() {
        gatehouse.with(SamplePolicies.atMostSessions(1));
        gatehouse.signUp("bob");
        signIn(1);
        gatehouse.signIn("bob");
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void making_room_is_silent() {
        gatehouse.with(SamplePolicies.alertingOfAtMostSessions(1));
        signIn(3);
        assertThat(gatehouse.store().all(SessionEvicted.class)).hasSize(2);
        assertThat(gatehouse.letterbox()).isEmpty();
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "session.create", "session.create");
    }

    @Test
    void a_session_that_ran_out_takes_no_room_and_is_cleared_away() {
        gatehouse.with(SamplePolicies.sessionsLast(Duration.ofMinutes(1)));
        signIn(1);
        gatehouse.pass(Duration.ofMinutes(1).plusMillis(1));
        gatehouse.with(SamplePolicies.atMostSessions(2));
        signIn(2);
        assertThat(sessions()).hasSize(2);
        assertThat(gatehouse.store().all(SessionExpired.class)).hasSize(1);
        assertThat(gatehouse.store().all(SessionEvicted.class)).isEmpty();
    }

    @Test
    void a_session_lasts_as_long_as_it_was_to_last_when_it_began() {
        gatehouse.with(SamplePolicies.sessionsLast(Duration.ofMinutes(1)));
        signIn(1);
        gatehouse.with(Policies.DEFAULT);
        gatehouse.pass(Duration.ofMinutes(1));
        assertThat(sessions()).hasSize(1);
        gatehouse.pass(Duration.ofMillis(1));
        assertThat(sessions()).isEmpty();
    }

    private List<SessionView> sessions() {
        return gatehouse.sessionsOf(id("alice"));
    }

    /** A second apart. */
    private List<SessionView> signIn(int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> {
                    gatehouse.pass(Duration.ofSeconds(1));
                    return gatehouse.signIn("alice").session();
                })
                .toList();
    }
}
