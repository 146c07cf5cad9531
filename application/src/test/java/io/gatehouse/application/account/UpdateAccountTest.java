package io.gatehouse.application.account;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link UpdateName}, {@link UpdatePreferences} and {@link BlockOwnAccount}. */
class UpdateAccountTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final UserName NAME = new UserName("Alice");
    private static final Preferences DARK = new Preferences("{\"theme\":\"dark\"}");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final UpdateName updateName = new UpdateName(gatehouse.store(), gatehouse.clock());
    private final UpdatePreferences updatePreferences = new UpdatePreferences(gatehouse.store(), gatehouse.clock());
    private final AccountView alice = gatehouse.signUp("alice");

    @BeforeEach
    void some_time_later() {
        gatehouse.pass(AN_HOUR);
    }

    @Test
    void a_new_name_is_answered_and_kept() {
        var answer = updateName.handle(new UpdateName.Command(alice, NAME), OCCASION);
        assertThat(answer).isEqualTo(alice.withName(NAME, NOON.plus(AN_HOUR)));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(answer);
    }

    @Test
    void new_preferences_are_answered_and_kept() {
        var answer = updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), OCCASION);
        assertThat(answer).isEqualTo(alice.withPreferences(DARK, NOON.plus(AN_HOUR)));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(answer);
    }

    @Test
    void preferences_are_replaced_as_a_whole() {
        updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), OCCASION);
        updatePreferences.handle(new UpdatePreferences.Command(alice, Preferences.NONE), OCCASION);
        assertThat(gatehouse.view(id("alice")).preferences()).isEqualTo(Preferences.NONE);
    }

    @Test
    void a_user_who_blocks_themselves_keeps_their_sessions() {
        var session = gatehouse.signIn("alice").session();
        var answer = gatehouse.block(alice);
        assertThat(answer).isEqualTo(alice.withBlock(NOON.plus(AN_HOUR)));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(answer);
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).containsExactly(session);
    }

    @Test
    void blocking_twice_happens_once() {
        gatehouse.block(alice);
        gatehouse.block(alice);
        assertThat(gatehouse.store().all(UserBlocked.class)).hasSize(1);
    }

    @Test
    void whoever_was_blocked_since_the_request_came_in_changes_nothing() {
        gatehouse.block(alice);
        var before = gatehouse.events();
        var rename = new UpdateName.Command(alice, NAME);
        var replace = new UpdatePreferences.Command(alice, DARK);
        assertThat(refusalOf(() -> updateName.handle(rename, OCCASION))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> updatePreferences.handle(replace, OCCASION))).contains(new UserIsBlocked());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void each_change_is_one_entry_in_the_security_log() {
        updateName.handle(new UpdateName.Command(alice, NAME), OCCASION);
        updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), OCCASION);
        gatehouse.block(alice);
        assertThat(gatehouse.logs().of(id("alice"), 3, 0))
                .extracting(LogEntry::event)
                .containsOnly("user.update");
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(4);
    }
}
