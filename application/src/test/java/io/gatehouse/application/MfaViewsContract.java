package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.mfa.FactorViews.ReadableCodes;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everyone who reads of second factors, known devices and push targets may rely on. */
abstract class MfaViewsContract extends ContractWithViews {

    static final Instant LATER = NOON.plus(Duration.ofHours(1));

    private static final Instant EARLIER = NOON.minusSeconds(1);

    private static final Client SAFARI = new Client(
            "IOS", "iOS", "18.0", "browser", "MF", "Mobile Safari", "18.0", "", "", "smartphone", "Apple", "");

    protected abstract OverdueItems remains();

    @Test
    void whether_a_user_wants_two_factors_is_shown_and_moves_the_account() {
        signUp(alice);
        assertThat(shown().mfa()).isFalse();
        happened(new MfaEnabled(alice, LATER));
        assertThat(shown()).returns(true, AccountView::mfa).returns(LATER, AccountView::updatedAt);
        assertThat(view(alice, signIn(alice, "first"))).isEqualTo(shown());
        happened(new MfaDisabled(alice, LATER.plusSeconds(1)));
        assertThat(shown()).returns(false, AccountView::mfa).returns(LATER.plusSeconds(1), AccountView::updatedAt);
    }

    @Test
    void an_authenticator_counts_while_it_is_verified_and_never_moves_the_account() {
        signUp(alice);
        var before = shown();
        var app = enrolled(alice, "app").authenticator();
        happened(enrolled(alice, "app"));
        assertThat(shown()).isEqualTo(before);
        happened(new AuthenticatorVerified(alice, app, LATER));
        assertThat(shown()).returns(true, AccountView::totp).returns(NOON, AccountView::updatedAt);
        assertThat(view(alice, signIn(alice, "first"))).isEqualTo(shown());
        happened(new AuthenticatorDeleted(alice, app, LATER));
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void recovery_codes_move_the_account_when_they_are_made_spent_or_replaced() {
        signUp(alice);
        happened(new MfaEnabled(alice, EARLIER));
        var codes = codes(alice, "codes", "one", "two");
        happened(codes);
        assertThat(shown().updatedAt()).isEqualTo(codes.at()).isNotEqualTo(EARLIER);
        happened(new RecoveryCodeSpent(alice, codes.codes(), digest("one"), LATER));
        assertThat(shown().updatedAt()).isEqualTo(LATER);
        happened(new RecoveryCodesConcealed(alice, codes.codes(), LATER.plusSeconds(1)));
        assertThat(shown().updatedAt()).isEqualTo(LATER);
        happened(new RecoveryCodesReplaced(alice, codes.codes(), LATER.plusSeconds(2)));
        assertThat(shown().updatedAt()).isEqualTo(LATER.plusSeconds(2));
    }

    @Test
    void codes_can_be_read_until_they_are_concealed_replaced_or_used_up() {
        signUp(alice);
        var codes = codes(alice, "codes", "one", "two");
        happened(codes);
        assertThat(readable(2)).containsExactly(asReadable(codes));
        happened(new RecoveryCodeSpent(alice, codes.codes(), digest("one"), NOON));
        assertThat(readable(2)).containsExactly(asReadable(codes));
        happened(new RecoveryCodeSpent(alice, codes.codes(), digest("two"), NOON));
        assertThat(readable(2)).isEmpty();
        var others = codes(alice, "others", "one", "two");
        happened(others);
        assertThat(readable(2)).containsExactly(asReadable(others));
        happened(new RecoveryCodesReplaced(alice, others.codes(), NOON));
        assertThat(readable(2)).isEmpty();
        var concealed = codes(alice, "concealed", "one", "two");
        happened(concealed, new RecoveryCodesConcealed(alice, concealed.codes(), NOON));
        assertThat(readable(2)).isEmpty();
    }

    @Test
    void codes_can_be_read_in_their_own_project_and_as_many_at_a_time_as_wanted() {
        var elsewhere = new AccountId(new ProjectId(project.value() + "-other"), alice.value());
        Stream.of(alice, bob, elsewhere).forEach(this::signUp);
        var ofAlice = codes(alice, "of-alice", "one");
        var ofBob = codes(bob, "of-bob", "one");
        happened(ofAlice, ofBob, codes(elsewhere, "elsewhere", "one"));
        assertThat(readable(1)).hasSize(1);
        assertThat(readable(3)).containsExactlyInAnyOrder(asReadable(ofAlice), asReadable(ofBob));
    }

    @Test
    void codes_that_were_never_to_be_seen_again_cannot_be_read_nor_those_of_users_who_left() {
        signUp(alice);
        var digests = List.of(digest("one"));
        happened(new RecoveryCodesCreated(alice, new RecoveryCodesId(project, "digests"), digests, null, NOON));
        assertThat(readable(1)).isEmpty();
        signUp(bob);
        happened(codes(bob, "of-bob", "one"));
        delete(bob);
        assertThat(readable(1)).isEmpty();
    }

    @Test
    void a_session_shows_what_its_user_has_proven_in_that_order() {
        signUp(alice);
        var session = signIn(alice, "first");
        var other = signIn(alice, "other");
        ask(session, new AddFactors(session, alice, List.of("totp", "phone", "email"), LATER));
        assertThat(shown(session))
                .returns(List.of("password", "totp", "phone", "email"), SessionView::factors)
                .returns(null, SessionView::mfaUpdatedAt)
                .returns(LATER, SessionView::updatedAt)
                .returns(NOON, SessionView::createdAt);
        assertThat(shown(other).factors()).containsExactly("password", "totp");
    }

    @Test
    void a_session_shows_its_last_challenge_even_if_nothing_new_was_proven() {
        signUp(alice);
        var session = signIn(alice, "first");
        var first = LATER;
        var second = LATER.plusSeconds(1);
        ask(session, new RecordChallengePassed(session, alice, "email", first));
        assertThat(shown(session))
                .returns(List.of("password", "totp", "email"), SessionView::factors)
                .returns(first, SessionView::mfaUpdatedAt)
                .returns(first, SessionView::updatedAt);
        ask(session, new RecordChallengePassed(session, alice, "email", second));
        assertThat(shown(session))
                .returns(List.of("password", "totp", "email"), SessionView::factors)
                .returns(second, SessionView::mfaUpdatedAt)
                .returns(second, SessionView::updatedAt);
        var caller = callers().authenticate(alice, new Secret("first").digest(), NOON);
        assertThat(caller.orElseThrow().session()).isEqualTo(shown(session));
    }

    @Test
    void a_push_target_is_shown_among_the_others_and_never_moves_the_account() {
        signUp(alice);
        var session = signIn(alice, "first");
        var others = shown().targets();
        happened(registered(alice, "phone", session, "token-1"));
        var phone = new TargetView("phone", NOON, NOON, "Google Pixel 7", "fcm", "push", "token-1", false);
        assertThat(shown().targets()).containsAll(others).contains(phone).hasSize(2);
        happened(updated("phone", "Google Pixel 8", "token-2"));
        var changed = new TargetView("phone", NOON, LATER, "Google Pixel 8", "fcm", "push", "token-2", false);
        assertThat(shown().targets()).containsAll(others).contains(changed).hasSize(2);
        assertThat(shown().updatedAt()).isEqualTo(NOON);
        assertThat(view(alice, session)).isEqualTo(shown());
        happened(new TargetDeleted(alice, new TargetId(project, "phone"), LATER));
        assertThat(shown().targets()).isEqualTo(others);
        assertThat(shown().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void a_target_is_found_by_its_owner_only() {
        signUp(alice);
        signUp(bob);
        happened(registered(alice, "phone", null));
        var phone = new TargetId(project, "phone");
        assertThat(directory().findTarget(alice, phone)).get().returns("phone", TargetView::id);
        assertThat(directory().findTarget(bob, phone)).isEmpty();
        assertThat(directory().findTarget(alice, new TargetId(project, "tablet")))
                .isEmpty();
        var reachable = reachable(alice, address(alice)).target();
        assertThat(directory().findTarget(alice, reachable)).get().returns("email", TargetView::providerType);
    }

    @Test
    void somebody_is_reached_where_their_devices_are() {
        signUp(alice);
        happened(registered(alice, "phone", null, "token-1"));
        assertThat(directory().isTarget(project, new Identifier("token-1"))).isTrue();
        happened(updated("phone", "", "token-2"));
        assertThat(directory().isTarget(project, new Identifier("token-1"))).isFalse();
        assertThat(directory().isTarget(project, new Identifier("token-2"))).isTrue();
    }

    @Test
    void no_device_is_new_to_those_who_never_signed_in() {
        signUp(alice);
        signUp(bob);
        signIn(bob, "of-bob");
        assertThat(devices().isNewTo(alice, FIREFOX)).isFalse();
    }

    @Test
    void a_device_is_new_unless_it_was_there_before_whatever_became_of_its_session() {
        signUp(alice);
        var session = signIn(alice, "first");
        assertThat(devices().isNewTo(alice, FIREFOX)).isFalse();
        assertThat(devices().isNewTo(alice, SAFARI)).isTrue();
        assertThat(devices().isNewTo(alice, Client.UNKNOWN)).isTrue();
        happened(new SessionRevoked(alice, session, NOON));
        assertThat(devices().isNewTo(alice, FIREFOX)).isFalse();
    }

    @Test
    void what_others_use_is_no_less_new() {
        signUp(alice);
        signUp(bob);
        signIn(alice, "first");
        happened(opened(bob, "of-bob", SAFARI));
        assertThat(devices().isNewTo(alice, SAFARI)).isTrue();
        happened(opened(alice, "second", SAFARI));
        assertThat(devices().isNewTo(alice, SAFARI)).isFalse();
    }

    @Test
    void a_newer_version_does_not_make_another_device() {
        signUp(alice);
        signIn(alice, "first");
        assertThat(devices().isNewTo(alice, firefox("GNU/Linux", "141.0"))).isFalse();
        assertThat(devices().isNewTo(alice, firefox("Windows", "140.0"))).isTrue();
    }

    @Test
    void devices_are_forgotten_with_their_user() {
        signUp(alice);
        signIn(alice, "first");
        delete(alice);
        signUp(alice);
        assertThat(devices().isNewTo(alice, SAFARI)).isFalse();
        happened(opened(alice, "second", SAFARI));
        assertThat(devices().isNewTo(alice, FIREFOX)).isTrue();
    }

    @Test
    void a_challenge_that_has_run_out_remains_until_it_is_cleared_away() {
        var session = aliceIsHere();
        var failed = challenge("failed", session);
        challenge("second", session);
        happened(new MfaChallengeFailed(alice, failed, NOON));
        assertThat(challengesThatRemain(MIDNIGHT)).isEmpty();
        assertThat(challengesThatRemain(TOO_LATE))
                .containsExactlyInAnyOrder(failed, new ChallengeId(project, "second"));
        assertThat(remains().challenges(TOO_LATE, 1)).hasSize(1);
        happened(new MfaChallengeExpired(alice, failed, TOO_LATE));
        assertThat(challengesThatRemain(TOO_LATE)).containsExactly(new ChallengeId(project, "second"));
    }

    @Test
    void a_challenge_that_was_passed_or_withdrawn_leaves_nothing_behind() {
        var session = aliceIsHere();
        happened(
                new MfaChallengePassed(alice, challenge("passed", session), NOON),
                new MfaChallengeWithdrawn(alice, challenge("withdrawn", session), NOON));
        assertThat(challengesThatRemain(TOO_LATE)).isEmpty();
    }

    @Test
    void challenges_leave_with_their_user() {
        challenge("challenge", aliceIsHere());
        delete(alice);
        assertThat(challengesThatRemain(TOO_LATE)).isEmpty();
    }

    AccountView shown() {
        return directory().find(alice).orElseThrow();
    }

    private List<ReadableCodes> readable(int most) {
        return factors().readableCodes(project, most);
    }

    private static ReadableCodes asReadable(RecoveryCodesCreated e) {
        return new ReadableCodes(e.account(), e.codes());
    }

    private SessionView shown(SessionId session) {
        return sessions().find(alice, session, NOON).orElseThrow();
    }

    private SessionId aliceIsHere() {
        signUp(alice);
        return signIn(alice, "first");
    }

    private ChallengeId challenge(String name, SessionId session) {
        var created = challenged(alice, name, session, Factor.TOTP);
        happened(created);
        return created.challenge();
    }

    /** Of this project; others leave things behind as well. */
    private List<ChallengeId> challengesThatRemain(Instant expiredBefore) {
        return remains().challenges(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(id -> id.project().equals(project))
                .toList();
    }

    private PushTargetUpdated updated(String target, String name, String identifier) {
        return new PushTargetUpdated(alice, new TargetId(project, target), name, new Identifier(identifier), LATER);
    }

    private static Client firefox(String osName, String version) {
        return new Client(
                "", osName, version, "browser", "FF", "Firefox", version, "Gecko", version, "desktop", "", "");
    }
}
