package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.message.InMemorySealing;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.CountingTotp;
import io.gatehouse.application.mfa.InMemoryVault;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.authenticator.TotpVerifier;
import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ActivateAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.DeleteAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ForgetReadableCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ReplaceRecoveryCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.SpendRecoveryCode;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an event store promises about second factors: what somebody has set up, and that each code works once. */
abstract class FactorsContract extends TargetsContract {

    private final Totp totp = new CountingTotp();
    private final SecretEncryption encryption = new InMemoryVault();
    private final CodeDigests digests = new PlainDigests();

    @Test
    void an_authenticator_is_held_from_its_creation_until_it_is_deleted() {
        signUp(alice);
        signUp(bob);
        assertThat(held()).isEqualTo(EnrolledFactors.NONE);
        var app = enrolled(alice, "app");
        happened(app, enrolled(bob, "of-bob"));
        assertThat(held().authenticator()).isEqualTo(asHeld(app, false));
        ask(app.authenticator(), new ActivateAuthenticator(alice, app.authenticator(), NOON));
        assertThat(held().authenticator()).isEqualTo(asHeld(app, true));
        assertThat(factors().of(alice)).isEqualTo(held());
        ask(app.authenticator(), new DeleteAuthenticator(alice, app.authenticator(), NOON));
        assertThat(held()).isEqualTo(EnrolledFactors.NONE);
    }

    @Test
    void another_authenticator_takes_the_place_of_one_that_was_deleted() {
        signUp(alice);
        var first = enrolled(alice, "first");
        var second = enrolled(alice, "second");
        happened(first);
        store().transact(occasion(null), streams -> {
            streams.execute(first.authenticator(), new DeleteAuthenticator(alice, first.authenticator(), NOON));
            streams.append(second);
            return alice;
        });
        assertThat(held().authenticator()).isEqualTo(asHeld(second, false));
    }

    @Test
    void recovery_codes_are_held_in_order_until_each_of_them_is_spent() {
        signUp(alice);
        signUp(bob);
        var codes = codes(alice, "codes", "one", "two", "three");
        happened(codes, codes(bob, "of-bob", "four"));
        assertThat(held().recoveryCodes()).isEqualTo(asHeld(codes, "one", "two", "three"));
        spend(codes, "two");
        assertThat(held().recoveryCodes()).isEqualTo(asHeld(codes, "one", "three"));
        spend(codes, "three");
        spend(codes, "one");
        assertThat(held().recoveryCodes()).isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(), null));
        assertThat(held().hasRecoveryCodes()).isFalse();
        assertThat(factors().of(alice)).isEqualTo(held());
    }

    @Test
    void codes_that_were_concealed_work_and_cannot_be_seen() {
        signUp(alice);
        var codes = codes(alice, "codes", "one", "two");
        happened(codes);
        ask(codes.codes(), new ForgetReadableCodes(alice, codes.codes(), NOON));
        assertThat(held().recoveryCodes())
                .isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(digest("one"), digest("two")), null));
        spend(codes, "one");
        assertThat(held().recoveryCodes()).isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(digest("two")), null));
    }

    @Test
    void other_codes_take_the_place_of_those_that_were_replaced_or_used_up() {
        signUp(alice);
        var first = codes(alice, "first", "one");
        var second = codes(alice, "second", "two");
        var third = codes(alice, "third", "three");
        happened(first);
        store().transact(occasion(null), streams -> {
            streams.execute(first.codes(), new ReplaceRecoveryCodes(alice, first.codes(), NOON));
            streams.append(second);
            return alice;
        });
        assertThat(held().recoveryCodes()).isEqualTo(asHeld(second, "two"));
        spend(second, "two");
        happened(third);
        assertThat(held().recoveryCodes()).isEqualTo(asHeld(third, "three"));
    }

    @Test
    void factors_are_told_without_what_the_same_work_has_decided() {
        signUp(alice);
        var held = store().transact(occasion(null), streams -> {
            streams.append(enrolled(alice, "app"));
            streams.append(codes(alice, "codes", "one"));
            return streams.factorsOf(alice);
        });
        assertThat(held).isEqualTo(EnrolledFactors.NONE);
    }

    @Test
    void of_two_who_enrol_an_authenticator_at_once_one_sees_that_of_the_other() throws Exception {
        signUp(alice);
        var seen = bothAtOnce(streams -> streams.factorsOf(alice).authenticator() != null, (streams, there) -> {
            if (!there) {
                streams.append(enrolled(alice, fresh()));
            }
        });
        assertThat(seen).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void of_two_who_make_recovery_codes_at_once_one_sees_those_of_the_other() throws Exception {
        signUp(alice);
        var seen = bothAtOnce(streams -> streams.factorsOf(alice).hasRecoveryCodes(), (streams, there) -> {
            if (!there) {
                streams.append(codes(alice, fresh(), "one"));
            }
        });
        assertThat(seen).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void of_many_enrolments_at_once_one_stays() throws Exception {
        signUp(alice);
        var view = directory().find(alice).orElseThrow();
        var create = new EnrolAuthenticator(totpCodes(), encryption, store(), Contract::fresh, () -> NOON);
        var command = new EnrolAuthenticator.Command(visit().project(), view);
        var secrets = inParallel(8, _ -> create.handle(command, occasion(null)).secret());
        var kept = Objects.requireNonNull(held().authenticator());
        assertThat(secrets).contains(encryption.decrypt(kept.secret()));
        ask(kept.id(), new DeleteAuthenticator(alice, kept.id(), NOON));
        assertThat(held()).isEqualTo(EnrolledFactors.NONE);
    }

    @Test
    void a_code_by_mail_answers_once_however_many_try() throws Exception {
        var session = aliceIsHere();
        happened(challenged(alice, "123456", session, Factor.EMAIL));
        assertOneSucceeds(inParallel(32, _ -> refusalToAnswer("123456", session, "123456")));
    }

    @Test
    void a_code_of_an_app_answers_one_challenge_however_many_there_are() throws Exception {
        var session = aliceIsHere();
        var secret = totp.newSecret();
        var app = new AuthenticatorId(project, "app");
        happened(
                new AuthenticatorCreated(alice, app, encryption.encrypt(secret), NOON),
                new AuthenticatorVerified(alice, app, NOON));
        openChallenges(32, session, Factor.TOTP);
        var code = totp.code(secret, NOON.getEpochSecond() / Totp.STEP.toSeconds());
        assertOneSucceeds(inParallel(32, n -> refusalToAnswer("challenge-" + n, session, code)));
    }

    @Test
    void a_recovery_code_answers_one_challenge_however_many_there_are() throws Exception {
        var session = aliceIsHere();
        var codes = codes(alice, "codes", "0123456789", "9876543210");
        happened(codes);
        openChallenges(32, session, Factor.RECOVERY_CODE);
        assertOneSucceeds(inParallel(32, n -> refusalToAnswer("challenge-" + n, session, "0123456789")));
        assertThat(held().recoveryCodes()).isEqualTo(asHeld(codes, "9876543210"));
    }

    @Test
    void nine_wrong_answers_at_once_are_forgiven_and_ten_are_not() throws Exception {
        var session = aliceIsHere();
        happened(challenged(alice, "123456", session, Factor.EMAIL));
        inParallel(9, _ -> refusalToAnswer("123456", session, "000000"));
        assertThat(refusalToAnswer("123456", session, "123456")).isEmpty();
        happened(challenged(alice, "654321", session, Factor.EMAIL));
        inParallel(10, _ -> refusalToAnswer("654321", session, "000000"));
        assertThat(refusalToAnswer("654321", session, "654321")).contains(new InvalidToken());
    }

    @Test
    void nothing_is_proven_in_a_session_that_ends_meanwhile() {
        var session = aliceIsHere();
        var attempt = new AtomicInteger();
        var answer = refusalOf(() -> store().transact(occasion(null), streams -> {
            streams.execute(session, new RecordChallengePassed(session, alice, "email", NOON));
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> ask(session, new RevokeSession(session, alice, NOON)))
                        .join();
            }
            return session;
        }));
        assertThat(answer).contains(new SessionNotFound());
    }

    /** @return a session of hers; her address is verified */
    private SessionId aliceIsHere() {
        signUp(alice);
        happened(new EmailVerified(alice, NOON));
        return signIn(alice, "first");
    }

    private void openChallenges(int many, SessionId session, Factor factor) {
        happened(IntStream.range(0, many)
                .mapToObj(n -> challenged(alice, "challenge-" + n, session, factor))
                .toArray(Event[]::new));
    }

    private Optional<Refusal> refusalToAnswer(String challenge, SessionId session, String code) {
        var sets = new RecoveryCodeService(new CountingSecrets(), digests, encryption, notices(), Contract::fresh);
        var update = new AnswerChallenge(totpCodes(), sets, digests, sessions(), store(), () -> NOON);
        var answer = new AnswerChallenge.Command(
                new ChallengeId(project, challenge), new ChallengeHolder(alice, session), new Secret(code));
        return refusalOf(() -> update.handle(answer, visit()));
    }

    private static void assertOneSucceeds(List<Optional<Refusal>> answers) {
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).containsOnly(Optional.empty(), Optional.of(new InvalidToken()));
    }

    private TotpVerifier totpCodes() {
        return new TotpVerifier(totp, encryption);
    }

    private static SecurityNotices notices() {
        return new SecurityNotices(
                new MessagingAvailability(false, false),
                new MessageComposer(new InMemorySealing(), _ -> FIREFOX, _ -> "de"));
    }

    private RequestContext visit() {
        var demo = new Project(project, "Demo", List.of(), List.of(), Set.of(), Set.of(), true, true, Policies.DEFAULT);
        return new RequestContext(demo, Locale.ENGLISH, occasion(null));
    }

    private EnrolledFactors held() {
        return store().transact(occasion(null), streams -> streams.factorsOf(alice));
    }

    private static EnrolledAuthenticator asHeld(AuthenticatorCreated e, boolean verified) {
        return new EnrolledAuthenticator(e.authenticator(), e.secret(), verified);
    }

    private static RecoveryCodeSet asHeld(RecoveryCodesCreated e, String... unspent) {
        return new RecoveryCodeSet(
                e.codes(), Stream.of(unspent).map(Contract::digest).toList(), e.sealed());
    }

    private void spend(RecoveryCodesCreated codes, String code) {
        ask(codes.codes(), new SpendRecoveryCode(alice, codes.codes(), List.of(digest(code)), NOON));
    }

    /** What {@link Contract#digest} makes, whatever it is for. */
    private static final class PlainDigests implements CodeDigests {

        @Override
        public SecretDigest of(String subject, Secret code) {
            return code.digest();
        }

        @Override
        public List<SecretDigest> candidates(String subject, Secret typed) {
            return List.of(typed.digest());
        }
    }
}
