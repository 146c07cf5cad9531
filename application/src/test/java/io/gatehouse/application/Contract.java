package io.gatehouse.application;

import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountCommand.DeleteAccount;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contracts share: an event store, and a project of their own with people in it. */
public abstract class Contract {

    /** So far from now that nothing a running service does by itself, like clearing away, gets in the way. */
    protected static final Instant NOON = Instant.parse("2126-01-01T12:00:00.123456Z");

    protected static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    protected static final Instant TOO_LATE = MIDNIGHT.plusNanos(1000);
    protected static final PasswordHash HASH = new PasswordHash("$argon2id$old");
    protected static final PasswordHash STRONGER = new PasswordHash("$argon2id$new");
    protected static final Client FIREFOX = new Client(
            "GNU", "GNU/Linux", "", "browser", "FF", "Firefox", "140.0", "Gecko", "140.0", "desktop", "", "");

    protected final ProjectId project = new ProjectId("contract-" + UUID.randomUUID());
    protected final AccountId alice = new AccountId(project, "alice");
    protected final AccountId bob = new AccountId(project, "bob");

    protected abstract EventStore store();

    protected static RequestMetadata occasion(@Nullable AuditAction auditAction) {
        return new RequestMetadata("request", new IpAddress("192.0.2.1"), new UserAgent("Firefox"), auditAction);
    }

    protected static EmailAddress address(AccountId who) {
        return new EmailAddress(who.value() + "@example.com");
    }

    protected static UserCreated created(AccountId who, EmailAddress address) {
        return new UserCreated(who, address, HASH, new UserName("Somebody"), NOON);
    }

    protected static TargetCreated reachable(AccountId who, EmailAddress address) {
        var id = new TargetId(who.project(), "target-of-" + who.value());
        return new TargetCreated(who, id, "email", new Identifier(address.value()), NOON);
    }

    protected static SessionCreated opened(AccountId who, String name, Instant at) {
        return opened(who, name, FIREFOX, at);
    }

    protected static SessionCreated opened(AccountId who, String name, Client client) {
        return opened(who, name, client, NOON);
    }

    private static SessionCreated opened(AccountId who, String name, Client client, Instant at) {
        return new SessionCreated(
                who,
                session(who, name),
                new Secret(name).digest(),
                "email",
                new ProviderUid(address(who).value()),
                List.of("password", "totp"),
                new IpAddress("2001:db8::1"),
                new UserAgent("Firefox"),
                client,
                "de",
                MIDNIGHT,
                at);
    }

    /** @param name of the token, and its secret; good until midnight */
    protected static TokenIssued issued(AccountId who, String name, TokenKind kind) {
        return issued(who, name, kind, NOON);
    }

    protected static TokenIssued issued(AccountId who, String name, TokenKind kind, Instant at) {
        var id = new TokenId(who.project(), name);
        return new TokenIssued(who, id, kind, new Secret(name).digest(), MIDNIGHT, at);
    }

    /** @param name of the app, and its secret */
    protected static AuthenticatorCreated enrolled(AccountId who, String name) {
        return new AuthenticatorCreated(who, new AuthenticatorId(who.project(), name), new Ciphertext(name), NOON);
    }

    /** @param name of the set, and what is sealed */
    protected static RecoveryCodesCreated codes(AccountId who, String name, String... codes) {
        var digests = Stream.of(codes).map(Contract::digest).toList();
        return new RecoveryCodesCreated(
                who, new RecoveryCodesId(who.project(), name), digests, new Ciphertext(name), NOON);
    }

    /** @param name of the challenge, and its code; good until midnight */
    protected static MfaChallengeCreated challenged(AccountId who, String name, SessionId in, Factor factor) {
        var code = factor == Factor.EMAIL ? digest(name) : null;
        var sentTo = factor == Factor.EMAIL ? new Recipient(address(who).value()) : null;
        var id = new ChallengeId(who.project(), name);
        return new MfaChallengeCreated(who, id, in, factor, code, sentTo, MIDNIGHT, NOON);
    }

    /** @param name of the target, and where it leads */
    protected static PushTargetCreated registered(AccountId who, String name, @Nullable SessionId in) {
        return registered(who, name, in, name);
    }

    protected static PushTargetCreated registered(
            AccountId who, String name, @Nullable SessionId in, String identifier) {
        return new PushTargetCreated(
                who, new TargetId(who.project(), name), in, "fcm", "Google Pixel 7", new Identifier(identifier), NOON);
    }

    protected static SecretDigest digest(String code) {
        return new Secret(code).digest();
    }

    protected static SessionId session(AccountId of, String name) {
        return new SessionId(of.project(), name);
    }

    /** Has something happen that nobody needs to decide. */
    protected void happened(Event... events) {
        store().transact(occasion(null), streams -> {
            List.of(events).forEach(streams::append);
            return events.length;
        });
    }

    protected <A extends Aggregate<A, C, E>, C, E extends Event> void ask(StreamId<A, C, E> stream, C command) {
        store().transact(occasion(null), streams -> streams.execute(stream, command));
    }

    protected void delete(AccountId who) {
        var delete = new DeleteAccount(who, NOON);
        store().transact(occasion(AuditAction.USER_DELETE), streams -> streams.execute(who, delete));
    }

    protected void signUp(AccountId who) {
        signUp(who, address(who));
    }

    protected void signUp(AccountId who, EmailAddress address) {
        store().transact(occasion(AuditAction.USER_CREATE), streams -> {
            streams.append(created(who, address));
            streams.append(reachable(who, address));
            return who;
        });
    }

    /** @param name of the session, and its secret */
    protected SessionId signIn(AccountId who, String name) {
        return signIn(who, name, NOON);
    }

    protected SessionId signIn(AccountId who, String name, Instant at) {
        var opened = opened(who, name, at);
        return store().transact(occasion(AuditAction.SESSION_CREATE), streams -> {
            streams.append(opened);
            return opened.session();
        });
    }

    /** @param name of the session, and its secret */
    protected void signInByPassword(AccountId who, String name) {
        store().transact(occasion(AuditAction.SESSION_CREATE), streams -> {
            streams.execute(who, new SignIn(who, HASH, true, null, NOON));
            streams.append(opened(who, name, NOON));
            return streams.sessionsOf(who);
        });
    }

    /** @return empty if there was none */
    public static Optional<Refusal> refusalOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** Has them all begin at the same moment, and waits for what they have to say. */
    protected static <T> List<T> inParallel(int writers, IntFunction<T> work) throws Exception {
        var start = new CyclicBarrier(writers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (var n = 0; n < writers; n++) {
                var number = n;
                tasks.add(() -> {
                    meetAt(start);
                    return work.apply(number);
                });
            }
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /**
     * Has two units of work look before either of them writes.
     *
     * @return what each of them saw in the end
     */
    protected <T> List<T> bothAtOnce(Function<Streams, T> look, BiConsumer<Streams, T> act) throws Exception {
        var bothHaveLooked = new CyclicBarrier(2);
        return inParallel(2, _ -> {
            var attempt = new AtomicInteger();
            return store().transact(occasion(null), streams -> {
                var seen = look.apply(streams);
                if (attempt.getAndIncrement() == 0) {
                    meetAt(bothHaveLooked);
                }
                act.accept(streams, seen);
                return seen;
            });
        });
    }

    /** @return an ID that nothing has yet */
    protected static String fresh() {
        return UUID.randomUUID().toString();
    }

    protected static void meetAt(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception absent) {
            throw new AssertionError("the others did not come", absent);
        }
    }
}
