package io.gatehouse.application.account;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Preferences;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link UpdateName}, {@link UpdatePreferences} and {@link BlockOwnAccount}. */
class UpdateAccountTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final DisplayName NAME = new DisplayName("Alice");
    private static final Preferences DARK = new Preferences("{\"theme\":\"dark\"}");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final UpdateName updateName = new UpdateName(gatehouse.store(), gatehouse.clock());
    private final UpdatePreferences updatePreferences = new UpdatePreferences(gatehouse.store(), gatehouse.clock());
    private final AccountView alice = gatehouse.signUp("alice");

    @BeforeEach
    void advance_the_clock() {
        gatehouse.advanceClock(AN_HOUR);
    }

    @Test
    void a_new_name_is_returned_and_stored() {
        var answer = updateName.handle(new UpdateName.Command(alice, NAME), gatehouse.context());
        assertThat(answer).isEqualTo(alice.withName(NAME, NOON.plus(AN_HOUR)));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(answer);
    }

    @Test
    void new_preferences_are_returned_and_stored() {
        var answer = updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), gatehouse.context());
        assertThat(answer).isEqualTo(alice.withPreferences(DARK, NOON.plus(AN_HOUR)));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(answer);
    }

    @Test
    void preferences_are_replaced_as_a_whole() {
        updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), gatehouse.context());
        updatePreferences.handle(new UpdatePreferences.Command(alice, Preferences.NONE), gatehouse.context());
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
    void a_blocked_account_is_not_blocked_again() {
        gatehouse.block(alice);
        gatehouse.block(alice);
        assertThat(gatehouse.store().all(UserBlocked.class)).hasSize(1);
    }

    @Test
    void a_change_is_refused_if_the_user_was_blocked_after_authentication() {
        gatehouse.block(alice);
        var before = gatehouse.events();
        var rename = new UpdateName.Command(alice, NAME);
        var replace = new UpdatePreferences.Command(alice, DARK);
        assertThat(refusalOf(() -> updateName.handle(rename, gatehouse.context())))
                .contains(new UserIsBlocked());
        assertThat(refusalOf(() -> updatePreferences.handle(replace, gatehouse.context())))
                .contains(new UserIsBlocked());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void each_change_leaves_one_log_entry() {
        updateName.handle(new UpdateName.Command(alice, NAME), gatehouse.context());
        updatePreferences.handle(new UpdatePreferences.Command(alice, DARK), gatehouse.context());
        gatehouse.block(alice);
        assertThat(gatehouse.logs().of(id("alice"), 3, 0))
                .extracting(LogEntry::event)
                .containsOnly("user.update");
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(4);
    }
}
