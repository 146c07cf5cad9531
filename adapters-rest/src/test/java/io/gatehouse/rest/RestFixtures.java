package io.gatehouse.rest;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.parameter.ParameterReader;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.Accept;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.RequestOrigin;
import io.gatehouse.rest.request.ResponseFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project, the account of Alice, her session and calls of hers. */
public final class RestFixtures {

    public static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123456Z");
    public static final Instant NEXT_YEAR = Instant.parse("2025-02-28T12:00:00Z");

    public static final ProjectId DEMO = new ProjectId("demo");
    public static final Secret SERVER_KEY = new Secret("server");
    public static final Secret EXPIRED_KEY = new Secret("expired");

    public static final Project PROJECT = new Project(
            DEMO,
            "Demo",
            List.of(
                    new ApiKey("server", SERVER_KEY.digest(), Set.of("sessions.write"), null),
                    new ApiKey("pusher", new Secret("pusher").digest(), Set.of("targets.write"), null),
                    new ApiKey("expired", EXPIRED_KEY.digest(), Set.of("sessions.write"), Instant.EPOCH)),
            List.of("app.example.com", "*.example.org", "localhost"),
            Set.of("appwrite-ios"),
            Set.of(SignInMethod.EMAIL_OTP),
            true,
            true,
            Policies.DEFAULT);

    public static final AccountView ALICE = alice(DEMO, false);

    /** Alice with a verified address and MFA enabled. */
    public static final AccountView ALICE_WITH_MFA = alice(DEMO, true);

    public static final SessionView SESSION = session(null, "password");

    public static final RequestMetadata METADATA =
            new RequestMetadata("r1", new IpAddress("192.0.2.1"), UserAgent.UNKNOWN, Actor.USER, null);

    public static final RestSettings SETTINGS = new RestSettings(
            Set.of("gatehouse.example"),
            true,
            2,
            new RedirectUrl("https://gatehouse.example/auth/magic-url"),
            Locale.ENGLISH,
            "1.9.6");

    private RestFixtures() {}

    /** @param mfa whether MFA is enabled and the address verified */
    public static AccountView alice(ProjectId project, boolean mfa) {
        return new AccountView(
                new AccountId(project, "alice"),
                NOON,
                NOON,
                new DisplayName("Alice"),
                false,
                List.of("vip"),
                NOON,
                new EmailAddress("alice.a+x@gmail.com"),
                null,
                mfa,
                false,
                mfa,
                false,
                new Preferences("{\"b\":1.0,\"a\":{}}"),
                List.of(new TargetView("t1", NOON, NOON, "", null, "email", "alice.a+x@gmail.com", false)),
                NOON);
    }

    /** @param challenged when the last challenge was passed; null if none was */
    public static SessionView session(@Nullable Instant challenged, String... factors) {
        return new SessionView(
                new SessionId(DEMO, "s1"),
                "alice",
                NOON,
                NOON,
                NEXT_YEAR,
                "email",
                "alice.a+x@gmail.com",
                "192.0.2.1",
                new Client(
                        "MAC",
                        "Mac",
                        "10.15",
                        "browser",
                        "CH",
                        "Chrome",
                        "126.0",
                        "Blink",
                        "126.0.0.0",
                        "desktop",
                        "Apple",
                        ""),
                "in",
                Stream.of(factors).map(AuthenticationFactor::of).toList(),
                challenged);
    }

    public static ApiCall call(Caller caller) {
        return call(caller, new RequestOrigin(true, "api.example.com", null));
    }

    public static ApiCall call(Caller caller, RequestOrigin requestOrigin) {
        return call(caller, requestOrigin, ParameterReader.none());
    }

    public static ApiCall call(Caller caller, Parameters parameters) {
        return call(caller, new RequestOrigin(true, "api.example.com", null), parameters);
    }

    private static ApiCall call(Caller caller, RequestOrigin requestOrigin, Parameters parameters) {
        return new ApiCall(
                () -> "fresh",
                caller,
                parameters,
                new RequestContext(PROJECT, Locale.ENGLISH, METADATA),
                ResponseFormat.parse(SETTINGS.version()).orElseThrow(),
                new Accept(null),
                requestOrigin);
    }

    public static Caller.User alice() {
        return new Caller.User(ALICE, SESSION, false);
    }

    public static Caller.User aliceByJwt() {
        return new Caller.User(ALICE, SESSION, true);
    }

    public static Caller.Key server() {
        return new Caller.Key(PROJECT.keys().getFirst(), null);
    }

    /** Parameters of a JSON body. */
    public static Parameters json(String body) {
        return ParameterReader.body("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The sample project with other policies. */
    public static Project with(Policies policies) {
        return new Project(
                PROJECT.id(),
                PROJECT.name(),
                PROJECT.keys(),
                PROJECT.hostnames(),
                PROJECT.schemes(),
                PROJECT.switchedOff(),
                PROJECT.accountServiceOn(),
                PROJECT.restOn(),
                policies);
    }

    public static Project strict() {
        var usual = Policies.DEFAULT;
        return with(new Policies(
                usual.sessions(),
                usual.passwords(),
                usual.userLimit(),
                usual.emails(),
                usual.validity(),
                usual.factors(),
                usual.securityNotices(),
                usual.mockNumbers(),
                true));
    }
}
