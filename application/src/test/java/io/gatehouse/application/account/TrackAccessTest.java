package io.gatehouse.application.account;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
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
    void within_24_hours_nothing_is_noted() {
        var account = gatehouse.signUp("alice");
        gatehouse.pass(A_DAY.minusMillis(1));
        assertThat(trackAccess.handle(account, OCCASION)).isSameAs(account);
        assertThat(gatehouse.store().all(UserAccessed.class)).isEmpty();
    }

    @Test
    void after_24_hours_it_is_noted_and_shown() {
        var account = gatehouse.signUp("alice");
        gatehouse.pass(A_DAY);
        var noted = trackAccess.handle(account, OCCASION);
        assertThat(noted.accessedAt()).isEqualTo(NOON.plus(A_DAY));
        assertThat(noted).isEqualTo(gatehouse.view(id("alice")));
    }

    @Test
    void once_noted_it_is_not_noted_again_for_another_24_hours() {
        var account = gatehouse.signUp("alice");
        gatehouse.pass(A_DAY);
        var noted = trackAccess.handle(account, OCCASION);
        gatehouse.pass(A_DAY.minusMillis(1));
        trackAccess.handle(noted, OCCASION);
        assertThat(gatehouse.store().all(UserAccessed.class)).hasSize(1);
    }

    @Test
    void a_blocked_user_is_not_noted() {
        var blocked = gatehouse.block(gatehouse.signUp("alice"));
        gatehouse.pass(A_DAY);
        assertThat(trackAccess.handle(blocked, OCCASION)).isSameAs(blocked);
        assertThat(gatehouse.store().all(UserAccessed.class)).isEmpty();
    }

    @Test
    void nobody_asked_for_it_so_the_security_log_is_silent() {
        var account = gatehouse.signUp("alice");
        gatehouse.pass(A_DAY);
        trackAccess.handle(account, OCCASION);
        assertThat(gatehouse.logs().count(id("alice"))).isOne();
    }
}
