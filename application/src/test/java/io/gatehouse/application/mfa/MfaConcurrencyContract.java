package io.gatehouse.application.mfa;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.FIREFOX;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.challengeCreated;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ConcurrentRequest;
import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.SampleEvents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.message.InMemoryMessageEncryption;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.DeleteAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Concurrent requests use each code once, and enrol one authenticator. */
public abstract class MfaConcurrencyContract {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Totp totp = gatehouse.totp();
    private final SecretEncryption encryption = gatehouse.secretEncryption();
    private final CodeDigests digests = new PlainDigests();
    private final EventStore store;
    private final AccountDirectory accounts;
    private final SessionViews sessions;
    private final ContractFixture given;
    private final AccountId alice;

    protected MfaConcurrencyContract(PersistencePorts ports) {
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.sessions = ports.sessions();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void of_many_concurrent_enrolments_one_authenticator_remains_and_its_secret_was_returned() throws Exception {
        given.signUp(alice);
        var view = accounts.find(alice).orElseThrow();
        var create =
                new EnrolAuthenticator(gatehouse.totpVerifier(), encryption, store, SampleEvents::newId, () -> NOON);
        var command = new EnrolAuthenticator.Command(view);
        var secrets = inParallel(8, _ -> create.handle(command, context()).secret());
        var enrolled = Objects.requireNonNull(factorsOfAlice().authenticator());
        assertThat(secrets).contains(encryption.decrypt(enrolled.encryptedSecret()));
        given.execute(enrolled.id(), new DeleteAuthenticator(alice, enrolled.id(), NOON));
        assertThat(factorsOfAlice()).isEqualTo(new EnrolledFactors(null, null));
    }

    @Test
    void of_many_concurrent_answers_with_an_emailed_code_one_succeeds() throws Exception {
        var session = sessionOfAlice();
        given.append(challengeCreated(alice, "123456", session, Factor.EMAIL));
        assertOneSucceeds(inParallel(32, _ -> refusalToAnswer("123456", session, "123456")));
    }

    @Test
    void a_code_of_an_authenticator_answers_one_of_many_concurrent_challenges() throws Exception {
        var session = sessionOfAlice();
        var secret = totp.newSecret();
        var app = new AuthenticatorId(given.project(), "app");
        given.append(
                new AuthenticatorCreated(alice, app, encryption.encrypt(secret), NOON),
                new AuthenticatorVerified(alice, app, NOON));
        createChallenges(32, session, Factor.TOTP);
        var code = totp.code(secret, NOON.getEpochSecond() / Totp.STEP.toSeconds());
        assertOneSucceeds(inParallel(32, n -> refusalToAnswer("challenge-" + n, session, code)));
    }

    @Test
    void a_recovery_code_answers_one_of_many_concurrent_challenges() throws Exception {
        var session = sessionOfAlice();
        var codes = recoveryCodesCreated(alice, "codes", "0123456789", "9876543210");
        given.append(codes);
        createChallenges(32, session, Factor.RECOVERY_CODE);
        assertOneSucceeds(inParallel(32, n -> refusalToAnswer("challenge-" + n, session, "0123456789")));
        assertThat(factorsOfAlice().recoveryCodes())
                .isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(digest("9876543210")), codes.sealed()));
    }

    @Test
    void a_challenge_can_be_passed_after_nine_concurrent_wrong_answers_but_not_after_ten() throws Exception {
        var session = sessionOfAlice();
        given.append(challengeCreated(alice, "123456", session, Factor.EMAIL));
        inParallel(9, _ -> refusalToAnswer("123456", session, "000000"));
        assertThat(refusalToAnswer("123456", session, "123456")).isEmpty();
        given.append(challengeCreated(alice, "654321", session, Factor.EMAIL));
        inParallel(10, _ -> refusalToAnswer("654321", session, "000000"));
        assertThat(refusalToAnswer("654321", session, "654321")).contains(new InvalidToken());
    }

    @Test
    void a_passed_challenge_is_refused_if_its_session_ends_concurrently() {
        var session = sessionOfAlice();
        var concurrently = new ConcurrentRequest(() -> given.execute(session, new RevokeSession(session, alice, NOON)));
        var answer = refusalOf(() -> store.transact(REQUEST, streams -> {
            streams.execute(session, new RecordChallengePassed(session, alice, AuthenticationFactor.EMAIL, NOON));
            concurrently.commitInFirstAttempt();
            return session;
        }));
        assertThat(answer).contains(new SessionNotFound());
    }

    /** @return a session of a user whose address is verified */
    private SessionId sessionOfAlice() {
        given.signUp(alice);
        given.append(new EmailVerified(alice, NOON));
        return given.signIn(alice, "first");
    }

    private void createChallenges(int count, SessionId session, Factor factor) {
        given.append(IntStream.range(0, count)
                .mapToObj(n -> challengeCreated(alice, "challenge-" + n, session, factor))
                .toArray(Event[]::new));
    }

    private Optional<Refusal> refusalToAnswer(String challenge, SessionId session, String code) {
        var sets = new RecoveryCodeService(gatehouse.secrets(), digests, encryption, notices(), SampleEvents::newId);
        var update = new AnswerChallenge(gatehouse.totpVerifier(), sets, digests, sessions, store, () -> NOON);
        var answer = new AnswerChallenge.Command(
                new ChallengeId(given.project(), challenge), new ChallengeHolder(alice, session), new Secret(code));
        return refusalOf(() -> update.handle(answer, context()));
    }

    private static void assertOneSucceeds(List<Optional<Refusal>> answers) {
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).containsOnly(Optional.empty(), Optional.of(new InvalidToken()));
    }

    private static SecurityNotices notices() {
        return new SecurityNotices(
                new MessagingAvailability(false, false),
                new MessageComposer(new InMemoryMessageEncryption(), _ -> FIREFOX, _ -> "de"));
    }

    private RequestContext context() {
        var demo = new Project(
                given.project(), "Demo", List.of(), List.of(), Set.of(), Set.of(), true, true, Policies.DEFAULT);
        return new RequestContext(demo, Locale.ENGLISH, REQUEST);
    }

    private EnrolledFactors factorsOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, EnrolledFactors.INVENTORY));
    }

    /** The digest that {@link SampleEvents#digest} makes, under no key and for every subject. */
    private static final class PlainDigests implements CodeDigests {

        @Override
        public SecretDigest of(String subject, Secret code) {
            return code.digest();
        }

        @Override
        public List<SecretDigest> candidates(String subject, Secret input) {
            return List.of(input.digest());
        }
    }
}
