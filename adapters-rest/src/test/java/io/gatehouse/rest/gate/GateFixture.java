package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.PROJECT;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.RestFixtures.SETTINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.UnavailableException;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.TrackAccess;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Projects;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionAuthentication.AuthenticatedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.request.Accept;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.EncodedSecret;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gate, and one request to it that a test composes: to project {@code demo}, without credentials, unless changed.
 * Other projects are {@code closed}, where the account service is switched off, {@code strict} and {@code other}.
 * The only account is Alice's; the store that would record her accesses is unavailable.
 */
final class GateFixture {

    private static final Secret SECRET = new Secret("ab12");

    /** Presents the session of Alice, in a cookie or header. */
    static final String SESSION_OF_ALICE = new EncodedSecret("alice", SECRET).encode();

    /** A JWT that the sample project signed for the session of Alice. */
    static final String JWT_OF_ALICE = "alice.s1";

    private final CountingRateLimits limits = new CountingRateLimits(() -> NOON);
    private final MultiMap responseHeaders = MultiMap.caseInsensitiveMultiMap();
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("X-Appwrite-Project", "demo");
    private AccountView account = ALICE;
    private SessionView session = SESSION;
    private Instant now = NOON;
    private int lookUps = 0;
    private String body = "";

    GateFixture send(String header, String value) {
        headers.set(header, value);
        return this;
    }

    GateFixture sendNo(String header) {
        headers.remove(header);
        return this;
    }

    void sendBody(String content) {
        body = content;
    }

    void setAccount(AccountView changed) {
        account = changed;
    }

    void setSession(SessionView changed) {
        session = changed;
    }

    void setTime(Instant changed) {
        now = changed;
    }

    AccountView account() {
        return account;
    }

    SessionView session() {
        return session;
    }

    MultiMap responseHeaders() {
        return responseHeaders;
    }

    /** @return how often each key of a rate limit was counted, in the order in which they were first counted */
    Map<String, Integer> counted() {
        return limits.counted;
    }

    /** @return how often an account was looked up by its session */
    int lookUps() {
        return lookUps;
    }

    /** @param endpoint of {@link SampleEndpoints}, which refuses the request */
    Refusal refusal(String endpoint) {
        return catchThrowableOfType(RefusedException.class, () -> admitted(endpoint))
                .refusal();
    }

    /** @param endpoint of {@link SampleEndpoints}, which admits the request */
    ApiCall admitted(String endpoint) {
        var route = SampleEndpoints.route(endpoint);
        var rawRequest = new RawRequest(
                "r1",
                route.verb(),
                headers,
                new Accept("image/png"),
                null,
                () -> new ByteArrayInputStream(body.getBytes(UTF_8)),
                true,
                "api.example.com",
                new IpAddress("192.0.2.1"));
        return gate().admit(rawRequest, route, responseHeaders);
    }

    private Gate gate() {
        InstantSource clock = () -> now;
        return new Gate(
                SETTINGS,
                new RequestReader(SETTINGS, () -> "fresh"),
                new Identification(new SampleProjects(), new SampleAuthentication(), new SampleJwts(), clock),
                new TrackAccess(new UnavailableStore(), clock),
                new RateLimiter(limits, SETTINGS, clock),
                clock);
    }

    private static final class SampleProjects implements Projects {

        @Override
        public List<Project> all() {
            return List.of(
                    PROJECT,
                    copy(PROJECT, "closed", false),
                    copy(RestFixtures.strict(), "strict", true),
                    copy(PROJECT, "other", true));
        }

        @Override
        public Optional<Project> find(ProjectId id) {
            return all().stream().filter(project -> project.id().equals(id)).findFirst();
        }

        private static Project copy(Project project, String id, boolean accountServiceOn) {
            return new Project(
                    new ProjectId(id),
                    project.name(),
                    project.keys(),
                    project.hostnames(),
                    project.schemes(),
                    project.switchedOff(),
                    accountServiceOn,
                    project.restOn(),
                    project.policies());
        }
    }

    private final class SampleAuthentication implements SessionAuthentication {

        @Override
        public Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now) {
            return authenticate(claimed, secret.equals(SECRET.digest()));
        }

        @Override
        public Optional<AuthenticatedSession> authenticate(List<ClaimedSession> presented, Instant now) {
            return presented.stream()
                    .flatMap(one -> authenticate(one.account(), one.secret(), now).stream())
                    .findFirst();
        }

        @Override
        public Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId id, Instant now) {
            return authenticate(claimed, id.equals(SESSION.id()));
        }

        private Optional<AuthenticatedSession> authenticate(AccountId claimed, boolean proven) {
            lookUps++;
            return proven && claimed.equals(account.id())
                    ? Optional.of(new AuthenticatedSession(account, session))
                    : Optional.empty();
        }
    }

    /** A JWT is a user ID and a session ID with a dot between them, valid in the sample project. */
    private static final class SampleJwts implements Jwts {

        @Override
        public String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt) {
            return account.value() + "." + session.value();
        }

        @Override
        public Optional<Claims> verify(ProjectId project, String jwt, Instant now) {
            var parts = jwt.split("\\.", -1);
            return parts.length == 2 && project.equals(PROJECT.id())
                    ? Optional.of(new Claims(new AccountId(project, parts[0]), new SessionId(project, parts[1])))
                    : Optional.empty();
        }

        @Override
        public String publicKeys(ProjectId project) {
            return "{}";
        }
    }

    private static final class UnavailableStore implements EventStore {

        @Override
        public <R> R transact(RequestMetadata metadata, Function<Streams, R> work) {
            throw new UnavailableException("the database", new IOException());
        }
    }
}
