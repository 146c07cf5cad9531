package io.gatehouse.domain.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetCommand.ChangePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTargetIfOwned;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushTargetTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AccountId BOB = new AccountId(DEMO, "bob");
    private static final AccountId NAMESAKE = new AccountId(new ProjectId("other"), "alice");
    private static final TargetId ID = new TargetId(DEMO, "target");
    private static final Identifier NEWER = new Identifier("newer-device-token");
    private static final PushTargetCreated REGISTERED = registered(ALICE);
    private static final PushTargetUpdated UPDATED = new PushTargetUpdated(ALICE, ID, "Google Pixel 8", NEWER, NOON);
    private static final TargetDeleted DELETED = new TargetDeleted(ALICE, ID, NOON);
    private static final TargetCreated MAILBOX =
            new TargetCreated(ALICE, ID, "email", new Identifier("alice@example.com"), NOON);
    private static final TargetReaddressed MOVED =
            new TargetReaddressed(ALICE, ID, new Identifier("alice@example.org"), NOON);
    private static final DeletePushTargetIfOwned REMOVE = new DeletePushTargetIfOwned(ID, ALICE, NOON);

    @Test
    void a_target_can_be_updated_by_its_owner_repeatedly() {
        given(REGISTERED).when(update(ALICE)).then(UPDATED);
        given(REGISTERED, UPDATED).when(update(ALICE)).then(UPDATED);
    }

    @Test
    void a_target_is_deleted_by_its_owner_once() {
        given(REGISTERED).when(delete(ALICE)).then(DELETED);
        given(REGISTERED, UPDATED).when(delete(ALICE)).then(DELETED);
        given(REGISTERED, DELETED).when(delete(ALICE)).thenRefused(new TargetNotFound());
    }

    @Test
    void a_target_is_not_found_by_others() {
        for (var other : List.of(BOB, NAMESAKE)) {
            given(REGISTERED).when(update(other)).thenRefused(new TargetNotFound());
            given(REGISTERED).when(delete(other)).thenRefused(new TargetNotFound());
        }
    }

    @Test
    void updating_or_deleting_a_deleted_or_unknown_target_is_refused() {
        given(REGISTERED, DELETED).when(update(ALICE)).thenRefused(new TargetNotFound());
        given().when(update(ALICE)).thenRefused(new TargetNotFound());
        given().when(delete(ALICE)).thenRefused(new TargetNotFound());
    }

    @Test
    void a_target_is_removed_with_its_session_or_owner() {
        given(REGISTERED).when(REMOVE).then(DELETED);
        given(REGISTERED, UPDATED).when(REMOVE).then(DELETED);
    }

    @Test
    void removing_a_deleted_or_unknown_target_changes_nothing() {
        given(REGISTERED, DELETED).when(REMOVE).thenNothingNew();
        given().when(REMOVE).thenNothingNew();
    }

    @Test
    void an_email_target_is_not_found_as_a_push_target() {
        given(MAILBOX).when(update(ALICE)).thenRefused(new TargetNotFound());
        given(MAILBOX).when(delete(ALICE)).thenRefused(new TargetNotFound());
        given(MAILBOX).when(REMOVE).thenNothingNew();
        given(MAILBOX, MOVED).when(delete(ALICE)).thenRefused(new TargetNotFound());
    }

    @Test
    void a_target_registered_again_belongs_to_its_new_owner_only() {
        given(REGISTERED, DELETED, registered(BOB)).when(delete(BOB)).then(new TargetDeleted(BOB, ID, NOON));
        given(REGISTERED, DELETED, registered(BOB)).when(remove(BOB)).then(new TargetDeleted(BOB, ID, NOON));
        given(REGISTERED, DELETED, registered(BOB)).when(delete(ALICE)).thenRefused(new TargetNotFound());
    }

    @Test
    void a_target_is_not_removed_with_another_user() {
        for (var other : List.of(BOB, NAMESAKE)) {
            given(REGISTERED).when(remove(other)).thenNothingNew();
        }
        given(REGISTERED, DELETED, registered(BOB)).when(REMOVE).thenNothingNew();
    }

    @Test
    void the_stored_stream_type_is_target() {
        assertThat(ID.streamType()).isEqualTo("target");
    }

    private static PushTargetCreated registered(AccountId owner) {
        var token = new Identifier("device-token");
        return new PushTargetCreated(owner, ID, new SessionId(DEMO, "session"), null, "Google Pixel 7", token, NOON);
    }

    private static ChangePushTarget update(AccountId by) {
        return new ChangePushTarget(ID, by, "Google Pixel 8", NEWER, NOON);
    }

    private static DeletePushTarget delete(AccountId by) {
        return new DeletePushTarget(ID, by, NOON);
    }

    private static DeletePushTargetIfOwned remove(AccountId owner) {
        return new DeletePushTargetIfOwned(ID, owner, NOON);
    }

    private static Given<PushTarget, TargetCommand, TargetEvent> given(TargetEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
