package io.gatehouse.rest.gate;

import static io.gatehouse.rest.Sample.ALICE;
import static io.gatehouse.rest.Sample.NOON;
import static io.gatehouse.rest.Sample.PROJECT;
import static io.gatehouse.rest.Sample.SESSION;
import static io.gatehouse.rest.Sample.SETTINGS;
import static io.gatehouse.rest.Sample.WARY_ALICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.BodyTooLarge;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.JwtAndSessionPresented;
import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.KeyHasExpired;
import io.gatehouse.domain.Refusal.KeyHasNoUser;
import io.gatehouse.domain.Refusal.KeyIsUnknown;
import io.gatehouse.domain.Refusal.MoreFactorsRequired;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.Refusal.RouteNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.endpoint.StepUpRequirement;
import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.request.Accept;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.EncodedSecret;
import io.gatehouse.rest.request.ResponseFormat;
import io.gatehouse.rest.request.Scope;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @Path("/v1/test")
    static final class Endpoints {

        @GET
        @Endpoint(scope = Scope.ACCOUNT)
        public void look() {}

        @POST
        @Path("/sign-in")
        @Endpoint(
                scope = Scope.SESSIONS_WRITE,
                opensSession = true,
                switchedBy = "email-password",
                limit = 2,
                countedBy = LimitKey.URL_AND_EMAIL,
                timestamped = true)
        public void signIn() {}

        @POST
        @AliasOf("signIn")
        public void oldSignIn() {}

        @POST
        @Path("/otp")
        @Endpoint(
                scope = Scope.SESSIONS_WRITE,
                opensSession = true,
                switchedBy = "email-otp",
                limit = 2,
                countedBy = LimitKey.URL_AND_IP)
        public void signInWithCode() {}

        @PUT
        @Path("/redeem")
        @Endpoint(
                scope = Scope.PUBLIC,
                limit = 3,
                countedBy = {LimitKey.USER_ID, LimitKey.URL_AND_IP})
        public void redeem() {}

        @POST
        @Path("/jwts")
        @Endpoint(scope = Scope.ACCOUNT, limit = 100, limitIsConfigured = true, countedBy = LimitKey.URL_AND_CALLER)
        public void createJwt() {}

        @GET
        @Path("/factors")
        @Endpoint(scope = Scope.ACCOUNT, allowsIncompleteSession = true)
        public void factors() {}

        @GET
        @Path("/codes")
        @Endpoint(scope = Scope.ACCOUNT, stepUp = StepUpRequirement.EVERYBODY)
        public void reveal() {}

        @POST
        @Path("/authenticator")
        @Endpoint(
                scope = Scope.ACCOUNT,
                stepUp = StepUpRequirement.STRICT_PROJECTS,
                limit = 10,
                countedBy = LimitKey.URL_AND_CALLER)
        public void enrol() {}

        @DELETE
        @Path("/authenticator")
        @Endpoint(
                scope = Scope.ACCOUNT,
                stepUp = StepUpRequirement.UNLESS_OTP,
                limit = 1,
                limitOnlyWith = "otp",
                countedBy = LimitKey.URL_AND_CALLER)
        public void remove() {}

        @POST
        @Path("/push")
        @Endpoint(scope = Scope.TARGETS_WRITE)
        public void push() {}

        @GET
        @Path("/keys")
        @Endpoint(scope = Scope.ANYONE, allowsIncompleteSession = true)
        public void keys() {}

        @GET
        @Path("/nowhere")
        @Endpoint(scope = Scope.NONE)
        public void nowhere() {}
    }

    private static final Secret SECRET = new Secret("ab12");
    private static final String SESSION_OF_ALICE = new EncodedSecret("alice", SECRET).encode();

    private final CountingRateLimits limits = new CountingRateLimits(NOON.plusSeconds(3_600));
    private final MultiMap answer = MultiMap.caseInsensitiveMultiMap();
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private AccountView alice = ALICE;
    private SessionView session = SESSION;
    private Instant now = NOON;
    private int recognised = 0;
    private String body = "";

    @BeforeEach
    void address_the_project() {
        headers.set("X-Appwrite-Project", "demo");
    }

    @Test
    void a_guest_lacks_the_scope_of_users() {
        assertThat(refusal("look")).isEqualTo(new ScopeMissing("User", "guests", "account"));
        assertThat(admitted("signIn").presentedSessionView()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Cookie, a_session_demo=",
        "Cookie, a_session_demo=garbage; A_SESSION_DEMO_LEGACY=",
        "X-Appwrite-Session, ''"
    })
    void a_session_is_recognised_in_cookies_and_in_its_header(String header, String prefix) {
        send(header, prefix + SESSION_OF_ALICE);
        assertThat(admitted("look").account()).isEqualTo(alice);
        assertThat(answer.get("X-Debug-Fallback")).isEqualTo("false");
    }

    @Test
    void the_fallback_is_the_last_that_is_looked_at() {
        send("X-Fallback-Cookies", "{\"a_session_demo\":\"" + SESSION_OF_ALICE + "\"}");
        assertThat(admitted("look").isCurrent(SESSION.id())).isTrue();
        assertThat(answer.get("X-Debug-Fallback")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "eyJpZCI6ImJvYiIsInNlY3JldCI6ImFiMTIifQ==", "%%%"})
    void whoever_cannot_be_recognised_is_a_guest(String session) {
        send("Cookie", "a_session_demo=" + session);
        send("X-Fallback-Cookies", "{{{");
        assertThat(refusal("look")).isInstanceOf(ScopeMissing.class);
    }

    @Test
    void a_jwt_stands_for_a_session_that_is_alive_and_is_none_itself() {
        send("X-Appwrite-JWT", "alice.s1");
        var apiCall = admitted("look");
        assertThat(apiCall.account()).isEqualTo(alice);
        assertThat(apiCall.presentedSessionView()).isNull();
        assertThat(apiCall.isByJwt()).isTrue();
        assertThat(refusal("signIn")).isEqualTo(new SessionAlreadyExists());
    }

    @Test
    void a_session_is_not_taken_for_a_jwt() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("look").isByJwt()).isFalse();
        headers.remove("X-Appwrite-Session");
        assertThat(admitted("signIn").isByJwt()).isFalse();
    }

    @Test
    void a_jwt_of_a_session_or_user_that_is_gone_makes_a_guest() {
        send("X-Appwrite-JWT", "alice.s2");
        assertThat(refusal("look")).isEqualTo(new ScopeMissing("User", "guests", "account"));
        headers.set("X-Appwrite-JWT", "bob.s1");
        assertThat(admitted("signIn").caller()).isInstanceOf(Caller.Guest.class);
    }

    @Test
    void a_jwt_that_does_not_verify_is_refused_before_anything_is_looked_up() {
        send("X-Appwrite-JWT", "forged");
        send("Origin", "https://evil.com");
        assertThat(refusal("look")).isEqualTo(new JwtIsInvalid());
        assertThat(refusal("nowhere")).isEqualTo(new JwtIsInvalid());
        assertThat(recognised).isZero();
    }

    @Test
    void a_jwt_of_one_project_is_none_in_another() {
        send("X-Appwrite-JWT", "alice.s1");
        headers.set("X-Appwrite-Project", "other");
        assertThat(refusal("look")).isEqualTo(new JwtIsInvalid());
    }

    @Test
    void a_session_and_a_jwt_do_not_go_together() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        send("X-Appwrite-JWT", "forged");
        assertThat(refusal("signIn")).isEqualTo(new JwtAndSessionPresented());
        headers.set("X-Appwrite-Session", "garbage").set("X-Appwrite-JWT", "alice.s1");
        assertThat(admitted("look").account()).isEqualTo(alice);
    }

    @Test
    void without_a_project_there_is_nothing_to_verify() {
        headers.set("X-Appwrite-Project", "nobody").set("X-Appwrite-JWT", "forged");
        assertThat(refusal("look")).isEqualTo(new ProjectNotFound());
    }

    @Test
    void a_page_that_is_known_may_read_why_its_jwt_was_refused() {
        send("X-Appwrite-JWT", "forged");
        send("Origin", "https://app.example.com");
        assertThat(refusal("look")).isEqualTo(new JwtIsInvalid());
        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
    }

    @Test
    void blocked_users_get_nowhere_by_jwt_either() {
        alice = alice.withBlock(NOON);
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(refusal("look")).isEqualTo(new UserIsBlocked());
    }

    @Test
    void a_jwt_remembers_the_session_it_stands_for() {
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(admitted("look").backingSession()).isEqualTo(SESSION);
        now = NOON.plus(Duration.ofDays(2));
        assertThat(admitted("look").isByJwt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"look", "signIn", "redeem", "push", "reveal", "nowhere"})
    void a_session_that_lacks_a_factor_gets_nowhere(String endpoint) {
        alice = WARY_ALICE;
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal(endpoint)).isEqualTo(new MoreFactorsRequired());
        assertThat(limits.counted).isEmpty();
        send("Origin", "https://evil.com");
        assertThat(refusal(endpoint)).isInstanceOf(UnknownOrigin.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"factors", "keys"})
    void but_to_what_it_takes_to_prove_one_and_to_what_anyone_may_read(String endpoint) {
        alice = WARY_ALICE;
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted(endpoint).presentedSessionView()).isEqualTo(SESSION);
    }

    @Test
    void two_factors_are_enough_whatever_they_are_and_one_is_for_whoever_has_no_second() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("look").presentedSessionView()).isEqualTo(SESSION);
        alice = WARY_ALICE;
        session = Sample.session(null, "email", "email");
        assertThat(refusal("look")).isEqualTo(new MoreFactorsRequired());
        session = Sample.session(null, "email", "oauth2");
        assertThat(admitted("look").presentedSessionView()).isEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"look", "signIn", "redeem", "push", "reveal", "nowhere"})
    void a_jwt_gets_nowhere_any_more_once_its_session_lacks_a_factor(String endpoint) {
        alice = WARY_ALICE;
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(refusal(endpoint)).isEqualTo(new MoreFactorsRequired());
        assertThat(limits.counted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"factors", "keys"})
    void but_where_its_session_would_get(String endpoint) {
        alice = WARY_ALICE;
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(admitted(endpoint).isByJwt()).isTrue();
    }

    @Test
    void a_jwt_works_again_once_its_session_has_proven_what_it_lacked() {
        alice = WARY_ALICE;
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(refusal("look")).isEqualTo(new MoreFactorsRequired());
        session = Sample.session(NOON, "password", "totp");
        assertThat(admitted("look").isByJwt()).isTrue();
    }

    @Test
    void a_block_and_a_missing_scope_are_told_before_a_missing_factor() {
        alice = WARY_ALICE.withBlock(NOON);
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("look")).isEqualTo(new UserIsBlocked());
        alice = WARY_ALICE;
        send("X-Appwrite-Key", "server");
        assertThat(refusal("look")).isInstanceOf(ScopeMissing.class);
    }

    @Test
    void what_a_thief_would_want_takes_a_challenge_passed_within_half_an_hour() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("reveal")).isEqualTo(new ChallengeRequired());
        session = Sample.session(NOON.minus(Duration.ofMinutes(30)), "password");
        assertThat(admitted("reveal").presentedSessionView()).isEqualTo(session);
        session = Sample.session(NOON.minus(Duration.ofMinutes(30)).minusMillis(1), "password");
        assertThat(refusal("reveal")).isEqualTo(new ChallengeRequired());
    }

    @Test
    void a_jwt_has_passed_no_challenge_whatever_its_session_has() {
        session = Sample.session(NOON, "password");
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(refusal("reveal")).isEqualTo(new ChallengeRequired());
    }

    @Test
    void a_code_that_comes_along_does_instead_where_it_is_looked_at() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("remove")).isEqualTo(new ChallengeRequired());
        assertThat(refusal("remove")).isEqualTo(new ChallengeRequired());
        body = "otp=";
        assertThat(refusal("remove")).isEqualTo(new ChallengeRequired());
        assertThat(limits.counted).isEmpty();
        assertThat(answer.contains("X-RateLimit-Limit")).isFalse();
        body = "otp=123456";
        assertThat(admitted("remove").presentedSessionView()).isEqualTo(SESSION);
        assertThat(answer.get("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(limits.counted).containsOnlyKeys("demo DELETE /v1/test/authenticator caller:alice");
        assertThat(refusal("remove")).isEqualTo(new RateLimitExceeded());
    }

    @ParameterizedTest
    @CsvSource({"demo, true", "strict, false"})
    void changing_factors_takes_no_challenge_in_lax_projects_nor_from_those_who_have_one(String project, boolean wary) {
        alice = Sample.alice(new ProjectId(project), wary);
        session = Sample.session(null, "password", "totp");
        headers.set("X-Appwrite-Project", project).set("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("enrol").account()).isEqualTo(alice);
    }

    @Test
    void changing_factors_takes_a_challenge_in_strict_projects_from_those_who_have_two() {
        alice = Sample.alice(new ProjectId("strict"), true);
        session = Sample.session(null, "password", "totp");
        headers.set("X-Appwrite-Project", "strict").set("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("enrol")).isEqualTo(new ChallengeRequired());
        assertThat(limits.counted).hasSize(1);
        session = Sample.session(NOON, "password", "totp");
        assertThat(admitted("enrol").account()).isEqualTo(alice);
    }

    @Test
    void a_key_has_no_devices_to_push_to_with_or_without_the_scope() {
        assertThat(refusal("push")).isEqualTo(new ScopeMissing("User", "guests", "targets.write"));
        send("X-Appwrite-Key", "server");
        assertThat(refusal("push")).isEqualTo(new ScopeMissing("User", "applications", "targets.write"));
        headers.set("X-Appwrite-Key", "pusher");
        assertThat(refusal("push")).isEqualTo(new KeyHasNoUser());
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("push")).isEqualTo(new KeyHasNoUser());
        headers.remove("X-Appwrite-Key");
        assertThat(admitted("push").account()).isEqualTo(alice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.3.8", "1.5.11", "1.9.5", "2.0.0", "99.0.0", "latest", ""})
    void what_is_sent_along_counts_whatever_format_the_answer_is_to_have(String format) {
        send("X-Appwrite-Response-Format", format);
        send("Content-Type", "application/json");
        body = "{\"otp\":\"1\",\"passwordAgain\":\"2\",\"number\":\"3\",\"queries\":[\"limit(4)\"],\"duration\":5}";
        var sent = admitted("redeem").parameters();
        assertThat(Stream.of("otp", "passwordAgain", "number", "duration").map(sent::unvalidated))
                .containsExactly(Optional.of("1"), Optional.of("2"), Optional.of("3"), Optional.of("5"));
        assertThat(Page.of(sent)).isEqualTo(new Page(4, 0));
    }

    @Test
    void what_a_client_accepts_is_passed_on() {
        assertThat(admitted("keys").accept()).isEqualTo(new Accept("image/png"));
    }

    @Test
    void what_was_sent_to_somebody_is_redeemed_by_everybody_but_servers() {
        assertThat(admitted("redeem").caller()).isInstanceOf(Caller.Guest.class);
        send("X-Appwrite-JWT", "alice.s1");
        assertThat(admitted("redeem").account()).isEqualTo(alice);
        headers.remove("X-Appwrite-JWT").set("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("redeem").account()).isEqualTo(alice);
        headers.remove("X-Appwrite-Session").set("X-Appwrite-Key", "server");
        assertThat(refusal("redeem")).isEqualTo(new ScopeMissing("User", "applications", "public"));
    }

    @Test
    void what_anyone_may_read_may_be_read_from_any_page_and_by_servers() {
        send("Origin", "https://anywhere.com");
        assertThat(admitted("keys").project()).isEqualTo(PROJECT);
        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("https://anywhere.com");
        send("X-Appwrite-Key", "server");
        assertThat(admitted("keys").caller()).isInstanceOf(Caller.Key.class);
        headers.remove("X-Appwrite-Key").set("X-Appwrite-Project", "nobody");
        assertThat(refusal("keys")).isEqualTo(new ProjectNotFound());
    }

    @Test
    void of_several_counters_the_one_closest_to_its_limit_is_shown() {
        body = "userId=bob";
        admitted("redeem");
        body = "userId=eve";
        admitted("redeem");
        assertThat(limits.counted)
                .containsExactly(
                        Map.entry("demo userId:bob", 1),
                        Map.entry("demo PUT /v1/test/redeem ip:192.0.2.1", 2),
                        Map.entry("demo userId:eve", 1));
        assertThat(answer.get("X-RateLimit-Remaining")).isEqualTo("1");
    }

    @Test
    void a_limit_may_be_a_matter_of_configuration() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        admitted("createJwt");
        assertThat(answer.get("X-RateLimit-Limit")).isEqualTo("2");
        admitted("createJwt");
        assertThat(refusal("createJwt")).isEqualTo(new RateLimitExceeded());
        assertThat(limits.counted).containsOnlyKeys("demo POST /v1/test/jwts caller:alice");
    }

    @Test
    void a_session_of_one_project_is_none_in_another() {
        send("Cookie", "a_session_demo=" + SESSION_OF_ALICE);
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        headers.set("X-Appwrite-Project", "closed");
        assertThat(refusal("signInWithCode")).isEqualTo(new ServiceIsOff());
        headers.set("X-Appwrite-Project", "other");
        assertThat(refusal("look")).isEqualTo(new ScopeMissing("User", "guests", "account"));
    }

    @Test
    void a_parameter_names_the_project_before_the_header_does() {
        send("Content-Type", "application/json");
        body = "{\"project\":\"closed\"}";
        assertThat(refusal("signIn")).isEqualTo(new ServiceIsOff());
    }

    @Test
    void an_unknown_origin_is_refused_before_an_unknown_project() {
        headers.set("X-Appwrite-Project", "nobody");
        assertThat(refusal("look")).isEqualTo(new ProjectNotFound());
        send("Origin", "https://evil.com");
        assertThat(refusal("look")).isInstanceOf(UnknownOrigin.class);
        assertThat(answer.contains("Access-Control-Allow-Origin")).isFalse();
    }

    @Test
    void a_known_origin_is_told_so_even_if_all_else_fails() {
        send("Origin", "https://App.example.com");
        assertThat(refusal("look")).isInstanceOf(ScopeMissing.class);
        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
    }

    @Test
    void an_unknown_project_is_refused_before_an_unknown_key() {
        headers.set("X-Appwrite-Project", "nobody");
        send("X-Appwrite-Key", "wrong");
        assertThat(refusal("look")).isEqualTo(new ProjectNotFound());
    }

    @Test
    void a_key_has_to_be_known_and_fresh_and_named_with_its_project() {
        send("X-Appwrite-Key", "wrong");
        assertThat(refusal("signIn")).isEqualTo(new KeyIsUnknown());
        headers.set("X-Appwrite-Key", "expired");
        assertThat(refusal("signIn")).isEqualTo(new KeyHasExpired());
        headers.set("X-Appwrite-Key", "server").remove("X-Appwrite-Project");
        body = "project=demo";
        assertThat(refusal("signIn")).isEqualTo(new ProjectIdMissing());
    }

    @Test
    void a_key_may_do_what_its_scopes_say_and_nothing_else() {
        send("X-Appwrite-Key", "server");
        send("Cookie", "a_session_demo=" + SESSION_OF_ALICE);
        assertThat(refusal("look")).isEqualTo(new ScopeMissing("User", "applications", "account"));
        assertThat(refusal("signIn")).isEqualTo(new SessionAlreadyExists());
    }

    @Test
    void a_key_comes_from_anywhere_and_is_neither_counted_nor_switched_off() {
        send("X-Appwrite-Key", "server");
        send("Origin", "https://evil.com");
        assertThat(admitted("signInWithCode").caller().isTrusted()).isTrue();
        assertThat(limits.counted).isEmpty();
        assertThat(answer.get("X-RateLimit-Remaining")).isEqualTo("1");
        headers.set("X-Appwrite-Project", "closed");
        assertThat(admitted("signInWithCode").project())
                .extracting(Project::accountServiceOn)
                .isEqualTo(false);
    }

    @Test
    void a_service_that_is_off_is_told_before_a_missing_scope() {
        headers.set("X-Appwrite-Project", "closed");
        assertThat(refusal("look")).isEqualTo(new ServiceIsOff());
    }

    @Test
    void blocked_users_get_nowhere_not_even_to_an_unknown_route() {
        alice = alice.withBlock(NOON);
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("look")).isEqualTo(new UserIsBlocked());
        assertThat(refusal("signIn")).isEqualTo(new UserIsBlocked());
        assertThat(refusal("nowhere")).isEqualTo(new UserIsBlocked());
        assertThat(limits.counted).isEmpty();
    }

    @Test
    void an_unknown_route_asks_for_no_scope() {
        assertThat(refusal("nowhere")).isEqualTo(new RouteNotFound());
        headers.set("X-Appwrite-Project", "closed");
        assertThat(refusal("nowhere")).isEqualTo(new RouteNotFound());
    }

    @Test
    void a_request_is_counted_by_project_method_path_and_lower_cased_address() {
        body = "email=%20Alice%40B.C";
        admitted("signIn");
        assertThat(limits.counted).containsOnlyKeys("demo POST /v1/test/sign-in email:alice@b.c");
        assertThat(answer.get("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(answer.get("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(answer.get("X-RateLimit-Reset")).isEqualTo(Long.toString(NOON.getEpochSecond() + 3_600));
    }

    @Test
    void an_alias_shares_the_counter() {
        body = "email=alice@b.c";
        admitted("signIn");
        admitted("oldSignIn");
        assertThat(refusal("signIn")).isEqualTo(new RateLimitExceeded());
        assertThat(answer.get("X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void requests_without_an_address_share_one_counter() {
        admitted("signIn");
        body = "email=";
        admitted("signIn");
        assertThat(limits.counted).containsExactly(Map.entry("demo POST /v1/test/sign-in email:{param-email}", 2));
    }

    @Test
    void what_is_refused_later_has_been_counted() {
        assertThat(refusal("signInWithCode")).isEqualTo(new AuthMethodIsOff("email-otp"));
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("signIn")).isEqualTo(new SessionAlreadyExists());
        assertThat(limits.counted).hasSize(2);
    }

    @Test
    void what_is_refused_earlier_has_not() {
        send("Origin", "https://evil.com");
        assertThat(refusal("signIn")).isInstanceOf(UnknownOrigin.class);
        assertThat(limits.counted).isEmpty();
    }

    @Test
    void a_method_that_is_off_is_told_before_an_open_session() {
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(refusal("signInWithCode")).isEqualTo(new AuthMethodIsOff("email-otp"));
    }

    @Test
    void a_timestamp_has_to_be_a_date_where_it_matters() {
        send("X-Appwrite-Timestamp", "yesterday");
        assertThat(refusal("signIn")).isInstanceOf(InvalidArgument.class);
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("look").account()).isEqualTo(alice);
    }

    @Test
    void a_failure_to_note_an_access_is_no_reason_to_fail() {
        now = NOON.plus(Duration.ofDays(2));
        send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(admitted("look").account().accessedAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.0.0", "99.0.0, 99.0.0", "latest, 1.9.6", "1.8, 1.9.6", "'', 1.9.6"})
    void whoever_names_no_version_expects_the_newest(String sent, String understood) {
        send("X-Appwrite-Response-Format", sent);
        assertThat(admitted("keys").format())
                .isEqualTo(ResponseFormat.parse(understood).orElseThrow());
    }

    @Test
    void a_client_ahead_of_us_is_warned() {
        send("X-Appwrite-Response-Format", "1.9.6");
        refusal("look");
        assertThat(answer.contains("X-Appwrite-Warning")).isFalse();
        headers.set("X-Appwrite-Response-Format", "2.0.0");
        refusal("look");
        assertThat(answer.contains("X-Appwrite-Warning")).isTrue();
    }

    @Test
    void too_large_a_body_is_refused_before_anything_else() {
        headers.set("Content-Length", "12582913").set("X-Appwrite-Project", "nobody");
        assertThat(refusal("signIn")).isEqualTo(new BodyTooLarge(12_582_912));
        headers.remove("Content-Length");
        body = "x".repeat(12_582_913);
        assertThat(refusal("signIn")).isEqualTo(new BodyTooLarge(12_582_912));
    }

    @Test
    void servers_may_pass_on_a_user_agent_and_nobody_else() {
        send("User-Agent", "node");
        send("X-Forwarded-User-Agent", "Mozilla\u0000\u00ff");
        assertThat(admitted("signIn").metadata().userAgent().value()).isEqualTo("node");
        send("X-Appwrite-Key", "server");
        assertThat(admitted("signIn").metadata().userAgent().value()).isEqualTo("Mozilla \u00ff");
    }

    @Test
    void the_language_is_a_wish_that_may_be_ignored() {
        send("X-Appwrite-Locale", "pt-br");
        assertThat(admitted("signIn").locale().toLanguageTag()).isEqualTo("pt-BR");
        body = "locale=de";
        assertThat(admitted("signIn").locale().toLanguageTag()).isEqualTo("de");
        limits.counted.clear();
        body = "locale=klingon";
        assertThat(admitted("signIn").locale().toLanguageTag()).isEqualTo("en");
    }

    private void send(String name, String value) {
        headers.set(name, value);
    }

    private Refusal refusal(String endpoint) {
        return catchThrowableOfType(RefusedException.class, () -> admitted(endpoint))
                .refusal();
    }

    private ApiCall admitted(String endpoint) {
        var method = Stream.of(Endpoints.class.getMethods())
                .filter(candidate -> candidate.getName().equals(endpoint))
                .findFirst()
                .orElseThrow();
        var route = Route.of(method);
        var rawRequest = new RawRequest(
                "r1",
                route.verb(),
                headers,
                new Accept("image/png"),
                null,
                () -> new ByteArrayInputStream(body.getBytes(UTF_8)),
                true,
                "api.example.com",
                "192.0.2.1");
        return gate().admit(rawRequest, route, answer);
    }

    private Gate gate() {
        InstantSource clock = () -> now;
        return new Gate(
                SETTINGS,
                new RequestReader(SETTINGS),
                new Identification(new Tenants(), new Known(), new Signed(), clock),
                new TrackAccess(new UnavailableStore(), clock),
                new RateLimiter(limits, SETTINGS, clock),
                clock);
    }

    private static final class Tenants implements Projects {

        @Override
        public List<Project> all() {
            return List.of(
                    PROJECT,
                    like(PROJECT, "closed", false),
                    like(Sample.strict(), "strict", true),
                    like(PROJECT, "other", true));
        }

        @Override
        public Optional<Project> find(ProjectId id) {
            return all().stream().filter(project -> project.id().equals(id)).findFirst();
        }

        private static Project like(Project project, String id, boolean on) {
            return new Project(
                    new ProjectId(id),
                    project.name(),
                    project.keys(),
                    project.hostnames(),
                    project.schemes(),
                    project.switchedOff(),
                    on,
                    project.restOn(),
                    project.policies());
        }
    }

    /** Knows Alice and her session. */
    private final class Known implements SessionAuthentication {

        @Override
        public Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now) {
            return authenticate(claimed, secret.equals(SECRET.digest()));
        }

        @Override
        public Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId session, Instant now) {
            return authenticate(claimed, session.equals(SESSION.id()));
        }

        private Optional<AuthenticatedSession> authenticate(AccountId claimed, boolean proven) {
            recognised++;
            return proven && claimed.equals(alice.id())
                    ? Optional.of(new AuthenticatedSession(alice, session))
                    : Optional.empty();
        }
    }

    /** Takes a user and a session with a dot between them for signed by the sample project. */
    private static final class Signed implements Jwts {

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
