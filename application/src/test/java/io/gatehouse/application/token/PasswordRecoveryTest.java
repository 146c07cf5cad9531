package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
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
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of {@link RequestPasswordRecovery} and {@link ResetPassword}. */
class PasswordRecoveryTest {

    private static final PlainPassword NEW = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void a_recovery_link_is_mailed_with_the_name_of_the_user() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{256}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(gatehouse.requestedMessages().getLast())
                .returns(MessageType.RECOVERY, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(new DisplayName("Sample User"), MessageRequested::name);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(
                        entry("user", "Sample User"),
                        entry("redirect", TokenRequests.URL.with(token)),
                        entry("validMinutes", "60"));
    }

    @Test
    void a_recovery_replaces_the_password_and_verifies_the_address() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        gatehouse.advanceClock(Duration.ofHours(1));
        assertThat(recover("alice", token.secret(), NEW).id()).isEqualTo(token.id());
        assertThat(refusalOf(() -> gatehouse.signIn("alice"))).contains(new InvalidCredentials());
        gatehouse.signIn(address("alice"), NEW);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).passwordUpdatedAt()).isEqualTo(gatehouse.now());
    }

    @Test
    void a_recovery_token_is_accepted_once_and_only_with_its_secret() {
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
        recover("alice", token.secret(), NEW);
        assertThat(refusalOf(() -> recover("alice", token.secret(), PASSWORD))).contains(new InvalidToken());
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        gatehouse.signUp("alice");
        var magic = requests.magicUrl("alice");
        assertThat(refusalOf(() -> recover("alice", magic.secret(), NEW))).contains(new InvalidToken());
    }

    @Test
    void a_wrong_secret_is_refused_without_hashing() {
        gatehouse.signUp("alice");
        var before = gatehouse.hasher().computed();
        assertThat(refusalOf(() -> recover("alice", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
        assertThat(gatehouse.hasher().computed()).isEqualTo(before);
    }

    @Test
    void a_user_without_password_gets_the_first_one() {
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
    void recovery_keeps_sessions_if_the_project_keeps_them_and_is_not_strict() {
        gatehouse.with(SamplePolicies.keepingSessionsOnPasswordChange());
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        gatehouse.with(SamplePolicies.strict(SamplePolicies.keepingSessionsOnPasswordChange()));
        recover("alice", requests.recovery("alice").secret(), PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
    }

    @Test
    void a_recently_used_password_is_refused_and_the_token_is_not_spent() {
        gatehouse.with(SamplePolicies.passwordHistory(3));
        gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", token.secret(), PASSWORD))).contains(new PasswordRecentlyUsed());
        assertThat(refusalOf(() -> recover("alice", token.secret(), NEW))).isEmpty();
        var next = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", next.secret(), NEW))).contains(new PasswordRecentlyUsed());
    }

    @Test
    void recovery_accepts_a_password_with_personal_data() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.refusingPersonalData());
        var token = requests.recovery("alice");
        assertThat(refusalOf(() -> recover("alice", token.secret(), new PlainPassword("alice in wonderland"))))
                .isEmpty();
    }

    @Test
    void a_request_for_an_unknown_or_blocked_user_is_refused() {
        gatehouse.block(gatehouse.signUp("bob"));
        var before = gatehouse.events();
        assertThat(refusalOf(() -> requests.recovery("nobody"))).contains(new UserNotFound());
        assertThat(refusalOf(() -> requests.recovery("bob"))).contains(new UserIsBlocked());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void in_a_strict_project_requests_for_existing_blocked_and_unknown_users_are_answered_alike() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.signUp("alice");
        gatehouse.block(gatehouse.signUp("bob"));
        for (var user : new String[] {"alice", "bob", "nobody"}) {
            var answer = requests.recovery(user, false);
            assertThat(answer.concealsAccount()).isTrue();
            assertThat(answer.token().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void in_a_strict_project_a_request_for_an_unknown_or_blocked_user_issues_no_token_and_sends_nothing() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.block(gatehouse.signUp("bob"));
        var ofBob = requests.recovery("bob");
        var ofUnknownUser = requests.recovery("nobody");
        assertThat(gatehouse.store().all(RecoveryIgnored.class))
                .extracting(RecoveryIgnored::token)
                .containsExactly(ofBob.id(), ofUnknownUser.id());
        assertThat(gatehouse.store().all(TokenIssued.class)).isEmpty();
        assertThat(gatehouse.requestedMessages()).isEmpty();
        assertThat(refusalOf(() -> recover("bob", ofBob.secret(), NEW))).contains(new InvalidToken());
        assertThat(gatehouse.logs().count(id("bob"))).isEqualTo(2);
    }

    @Test
    void in_a_strict_project_a_request_for_a_user_blocked_or_deleted_concurrently_is_answered_alike() {
        gatehouse.with(SamplePolicies.STRICT);
        var alice = gatehouse.signUp("alice");
        var bob = gatehouse.signUp("bob");
        var ofAlice = requests.overtakenBy(() -> gatehouse.block(alice)).recovery("alice", false);
        var ofBob = requests.overtakenBy(() -> gatehouse.delete(bob.id())).recovery("bob", false);
        assertThat(List.of(ofAlice, ofBob)).allSatisfy(answer -> {
            assertThat(answer.concealsAccount()).isTrue();
            assertThat(answer.token().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        });
        assertThat(gatehouse.store().all(RecoveryIgnored.class))
                .extracting(RecoveryIgnored::token)
                .containsExactly(ofAlice.token().id(), ofBob.token().id());
        assertThat(gatehouse.store().all(TokenIssued.class)).isEmpty();
        assertThat(gatehouse.requestedMessages()).isEmpty();
    }

    @Test
    void a_request_for_a_user_blocked_or_deleted_concurrently_is_refused() {
        var alice = gatehouse.signUp("alice");
        var bob = gatehouse.signUp("bob");
        var blocked = requests.overtakenBy(() -> gatehouse.block(alice));
        var deleted = requests.overtakenBy(() -> gatehouse.delete(bob.id()));
        assertThat(refusalOf(() -> blocked.recovery("alice"))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> deleted.recovery("bob"))).contains(new UserNotFound());
        assertThat(gatehouse.store().all(RecoveryIgnored.class)).isEmpty();
    }

    @Test
    void a_request_with_a_key_is_refused_for_an_unknown_or_blocked_user_even_in_a_strict_project() {
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.signUp("alice");
        gatehouse.block(gatehouse.signUp("bob"));
        assertThat(requests.recovery("alice", true).concealsAccount()).isFalse();
        assertThat(refusalOf(() -> requests.recovery("bob", true))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> requests.recovery("nobody", true))).contains(new UserNotFound());
    }

    @Test
    void an_unknown_user_is_reported_unless_the_project_is_strict() {
        assertThat(refusalOf(() -> recover("nobody", new Secret("guessed"), NEW)))
                .contains(new UserNotFound());
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(refusalOf(() -> recover("nobody", new Secret("guessed"), NEW)))
                .contains(new InvalidToken());
    }

    @Test
    void a_user_blocked_after_the_request_can_recover_and_stays_blocked() {
        var alice = gatehouse.signUp("alice");
        var token = requests.recovery("alice");
        gatehouse.block(alice);
        recover("alice", token.secret(), NEW);
        assertThat(refusalOf(() -> gatehouse.signIn(address("alice"), NEW))).contains(new UserIsBlocked());
    }

    @Test
    void without_mail_recovery_is_refused_before_an_unknown_user() {
        var withoutSender = new TokenRequests(gatehouse, new MessagingAvailability(false, true));
        assertThat(refusalOf(() -> withoutSender.recovery("nobody"))).contains(new MailIsOff());
    }

    @Test
    void request_and_recovery_leave_one_log_entry_each() {
        gatehouse.signUp("alice");
        recover("alice", requests.recovery("alice").secret(), NEW);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "recovery.create", "recovery.update");
    }

    private RedeemedToken recover(String user, Secret secret, PlainPassword password) {
        var resetPassword = new ResetPassword(
                gatehouse.accountLookup(),
                gatehouse.passwordVerification(),
                gatehouse.securityNotices(),
                gatehouse.tokenRedemption(),
                gatehouse.clock());
        var command = new ResetPassword.Command(id(user), secret, accepted(password));
        return resetPassword.handle(command, gatehouse.context());
    }
}
