package io.gatehouse.application.token;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of {@link RequestPasswordRecovery} and {@link ResetPassword}. */
class RecoveryTest {

    private static final PlainPassword NEW = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @Test
    void a_link_that_sets_a_password_is_mailed_to_a_user_by_name() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{256}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(gatehouse.letterbox().getLast())
                .returns(MessageType.RECOVERY, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(new UserName("Somebody"), MessageRequested::name);
        assertThat(gatehouse.lastLetter())
                .containsOnly(
                        entry("user", "Somebody"),
                        entry("redirect", Requests.URL.with(token)),
                        entry("validMinutes", "60"));
    }

    @Test
    void whoever_read_it_signs_in_by_the_new_password_and_has_a_verified_address() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        gatehouse.pass(Duration.ofHours(1));
        assertThat(recover("alice", token.secret(), NEW).id()).isEqualTo(token.id());
        assertThat(refusalOf(() -> gatehouse.signIn("alice"))).contains(new InvalidCredentials());
        gatehouse.signIn(address("alice"), NEW);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).passwordUpdatedAt()).isEqualTo(gatehouse.now());
    }

    @Test
    void it_works_once_and_only_with_the_right_secret() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
        recover("alice", token.secret(), NEW);
        assertThat(refusalOf(() -> recover("alice", token.secret(), PASSWORD))).contains(new InvalidToken());
    }

    @Test
    void a_token_of_another_kind_does_not_recover() {
        gatehouse.signUp("alice");
        var magic = requests.magicUrl("alice");
        assertThat(refusalOf(() -> recover("alice", magic.secret(), NEW))).contains(new InvalidToken());
    }

    @Test
    void a_wrong_secret_costs_no_hash() {
        gatehouse.signUp("alice");
        var before = gatehouse.hasher().computed();
        assertThat(refusalOf(() -> recover("alice", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
        assertThat(gatehouse.hasher().computed()).isEqualTo(before);
    }

    @Test
    void users_who_never_had_a_password_get_their_first_one() {
        requests.magicUrl("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        gatehouse.signIn(address("alice"), NEW);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void recovery_ends_every_session() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
    }

    @Test
    void recovery_ends_no_session_where_the_project_says_so_unless_it_is_strict() {
        gatehouse.with(SamplePolicies.sessionsOutliveNewPasswords());
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        gatehouse.with(SamplePolicies.strict(SamplePolicies.sessionsOutliveNewPasswords()));
        recover("alice", requests.recovery("alice").secret(), PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
    }

    @Test
    void a_password_used_lately_is_refused_and_does_not_spend_the_token() {
        gatehouse.with(SamplePolicies.rememberingPasswords(3));
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", token.secret(), PASSWORD))).contains(new PasswordRecentlyUsed());
        assertThat(refusalOf(() -> recover("alice", token.secret(), NEW))).isEmpty();
        var next = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", next.secret(), NEW))).contains(new PasswordRecentlyUsed());
    }

    @Test
    void recovery_does_not_mind_personal_data() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.refusingPersonalData());
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", token.secret(), new PlainPassword("alice in wonderland"))))
                .isEmpty();
    }

    @Test
    void who_is_unknown_or_blocked_is_told() {
        gatehouse.block(gatehouse.signUp("bob"));
        var before = gatehouse.events();
        assertThat(refusalOf(() -> requests.recovery("nobody"))).contains(new UserNotFound());
        assertThat(refusalOf(() -> requests.recovery("bob"))).contains(new UserIsBlocked());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void in_a_strict_project_everybody_is_told_the_same() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.signUp("alice");
        gatehouse.block(gatehouse.signUp("bob"));
        for (var user : new String[] {"alice", "bob", "nobody"}) {
            var told = requests.recovery(user, false);
            assertThat(told.discreet()).isTrue();
            assertThat(told.token().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void in_a_strict_project_nothing_is_stored_for_or_sent_to_who_is_unknown_or_blocked() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.block(gatehouse.signUp("bob"));
        var ofBob = requests.recovery("bob");
        var ofNobody = requests.recovery("nobody");
        assertThat(gatehouse.store().all(RecoveryIgnored.class))
                .extracting(RecoveryIgnored::token)
                .containsExactly(ofBob.id(), ofNobody.id());
        assertThat(gatehouse.store().all(TokenIssued.class)).isEmpty();
        assertThat(gatehouse.letterbox()).isEmpty();
        assertThat(refusalOf(() -> recover("bob", ofBob.secret(), NEW))).contains(new InvalidToken());
        assertThat(gatehouse.logs().count(id("bob"))).isEqualTo(2);
    }

    @Test
    void in_a_strict_project_whoever_is_blocked_or_deleted_at_that_very_moment_is_answered_like_everybody() {
        gatehouse.with(SamplePolicies.STRICT);
        var alice = gatehouse.signUp("alice");
        var bob = gatehouse.signUp("bob");
        var ofAlice = requests.overtakenBy(() -> gatehouse.block(alice)).recovery("alice", false);
        var ofBob = requests.overtakenBy(() -> gatehouse.delete(bob.id())).recovery("bob", false);
        assertThat(List.of(ofAlice, ofBob)).allSatisfy(told -> {
            assertThat(told.discreet()).isTrue();
            assertThat(told.token().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        });
        assertThat(gatehouse.store().all(RecoveryIgnored.class))
                .extracting(RecoveryIgnored::token)
                .containsExactly(ofAlice.token().id(), ofBob.token().id());
        assertThat(gatehouse.store().all(TokenIssued.class)).isEmpty();
        assertThat(gatehouse.letterbox()).isEmpty();
    }

    @Test
    void whoever_is_blocked_or_deleted_at_that_very_moment_is_told_unless_the_project_is_strict() {
        var alice = gatehouse.signUp("alice");
        var bob = gatehouse.signUp("bob");
        var blocked = requests.overtakenBy(() -> gatehouse.block(alice));
        var deleted = requests.overtakenBy(() -> gatehouse.delete(bob.id()));
        assertThat(refusalOf(() -> blocked.recovery("alice"))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> deleted.recovery("bob"))).contains(new UserNotFound());
        assertThat(gatehouse.store().all(RecoveryIgnored.class)).isEmpty();
    }

    @Test
    void a_server_is_told_even_in_a_strict_project() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.signUp("alice");
        gatehouse.block(gatehouse.signUp("bob"));
        assertThat(requests.recovery("alice", true).discreet()).isFalse();
        assertThat(refusalOf(() -> requests.recovery("bob", true))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> requests.recovery("nobody", true))).contains(new UserNotFound());
    }

    @Test
    void a_stranger_who_names_nobody_is_told_unless_the_project_is_strict() {
        assertThat(refusalOf(() -> recover("nobody", new Secret("guessed"), NEW)))
                .contains(new UserNotFound());
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(refusalOf(() -> recover("nobody", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
    }

    @Test
    void a_user_who_was_blocked_since_may_have_a_new_password_and_stays_blocked() {
        var alice = gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        gatehouse.block(alice);
        recover("alice", token.secret(), NEW);
        assertThat(refusalOf(() -> gatehouse.signIn(address("alice"), NEW))).contains(new UserIsBlocked());
    }

    @Test
    void without_mail_there_is_no_recovery_whoever_asks() {
        var mute = new Requests(gatehouse, new MessagingAvailability(false, true));
        assertThat(refusalOf(() -> mute.recovery("nobody"))).contains(new MailIsOff());
    }

    @Test
    void recovery_is_two_entries_in_the_security_log() {
        gatehouse.signUp("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "recovery.create", "recovery.update");
    }

    private RedeemedToken recover(String user, Secret secret, PlainPassword password) {
        var resetPassword = new ResetPassword(
                gatehouse.knownUsers(),
                gatehouse.passwords(),
                gatehouse.notices(),
                gatehouse.redemption(),
                gatehouse.clock());
        var command = new ResetPassword.Command(id(user), secret, password);
        return resetPassword.handle(command, gatehouse.visit());
    }
}
