package io.gatehouse.application.account;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrackAccessTest {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TrackAccess trackAccess = new TrackAccess(gatehouse.store(), gatehouse.clock());

    @Test
    void an_access_within_24_hours_of_the_last_is_not_recorded() {
        var account = gatehouse.signUp("alice");
        gatehouse.advanceClock(A_DAY.minusMillis(1));
        assertThat(track(account)).isSameAs(account);
        assertThat(gatehouse.store().all(UserAccessed.class)).isEmpty();
    }

    @Test
    void an_access_after_24_hours_is_recorded_and_shown() {
        var account = gatehouse.signUp("alice");
        gatehouse.advanceClock(A_DAY);
        var noted = track(account);
        assertThat(noted.accessedAt()).isEqualTo(NOON.plus(A_DAY));
        assertThat(noted).isEqualTo(gatehouse.view(id("alice")));
    }

    @Test
    void after_a_recorded_access_the_next_24_hours_are_not_recorded() {
        var account = gatehouse.signUp("alice");
        gatehouse.advanceClock(A_DAY);
        var noted = track(account);
        gatehouse.advanceClock(A_DAY.minusMillis(1));
        track(noted);
        assertThat(gatehouse.store().all(UserAccessed.class)).hasSize(1);
    }

    @Test
    void an_access_of_a_blocked_user_is_not_recorded() {
        var blocked = gatehouse.block(gatehouse.signUp("alice"));
        gatehouse.advanceClock(A_DAY);
        assertThat(track(blocked)).isSameAs(blocked);
        assertThat(gatehouse.store().all(UserAccessed.class)).isEmpty();
    }

    @Test
    void a_recorded_access_leaves_no_log_entry() {
        var account = gatehouse.signUp("alice");
        gatehouse.advanceClock(A_DAY);
        track(account);
        assertThat(gatehouse.logs().count(id("alice"))).isOne();
    }

    private AccountView track(AccountView account) {
        return trackAccess.handle(new TrackAccess.Command(account), gatehouse.context());
    }
}
