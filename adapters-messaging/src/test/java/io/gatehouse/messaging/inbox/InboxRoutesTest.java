package io.gatehouse.messaging.inbox;

import static io.gatehouse.messaging.inbox.SampleInboxMessages.mail;
import static io.gatehouse.messaging.inbox.SampleInboxMessages.sms;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class InboxRoutesTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final Inbox inbox = new Inbox();
    private HttpServer server;

    private record Answer(int status, MultiMap headers, String body) {}

    @BeforeAll
    void start() throws Exception {
        var router = Router.router(vertx);
        new InboxRoutes(inbox, Set.of("dev.example.com")).addTo(router);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"));
    }

    @BeforeEach
    void fill() {
        inbox.clear();
        inbox.add(mail("1", "alice@example.com"));
        inbox.add(sms("2"));
    }

    @AfterAll
    void stop() throws Exception {
        await(vertx.close());
    }

    @Test
    void messages_are_listed_newest_first_with_all_fields() throws Exception {
        var answer = get("/inbox.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
        assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo("""
                {"total":2,"messages":[\
                {"id":"2","channel":"sms","project":"demo","template":"phoneLogin","userId":"bob",\
                "to":"+4915112345678","from":"","subject":"","text":"654321","html":null,"code":"654321",\
                "link":null,"at":"2026-01-01T12:00:00Z"},\
                {"id":"1","channel":"email","project":"demo","template":"otpSession","userId":"alice",\
                "to":"alice@example.com","from":"no-reply@example.com","subject":"Your code","text":"123456",\
                "html":"<p>123456</p>","code":"123456","link":null,"at":"2026-01-01T12:00:00Z"}]}""");
    }

    @Test
    void messages_can_be_filtered_by_recipient() throws Exception {
        assertThat(ids(get("/inbox.json?to=Alice@example.com"))).containsExactly("1");
        assertThat(ids(get("/inbox.json?to=%2B4915112345678"))).containsExactly("2");
        assertThat(ids(get("/inbox.json?to=carol@example.com"))).isEmpty();
    }

    @Test
    void messages_can_be_filtered_by_type() throws Exception {
        assertThat(ids(get("/inbox.json?template=otpSession"))).containsExactly("1");
        assertThat(ids(get("/inbox.json?to=alice@example.com&template=phoneLogin")))
                .isEmpty();
    }

    @Test
    void a_request_can_wait_for_a_message() throws Exception {
        vertx.setTimer(200, _ -> inbox.add(mail("3", "carol@example.com")));
        assertThat(ids(get("/inbox.json?to=carol@example.com&wait=60"))).containsExactly("3");
        assertThat(ids(get("/inbox.json?to=carol@example.com&wait=60"))).containsExactly("3");
    }

    @Test
    void a_request_does_not_wait_longer_than_it_says() throws Exception {
        assertThat(ids(get("/inbox.json?to=dave@example.com&wait=1"))).isEmpty();
        assertThat(ids(get("/inbox.json?to=dave@example.com&wait=0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "61", "1.5", "forever", "999999999999"})
    void a_wait_that_is_no_number_of_seconds_up_to_a_minute_is_refused(String wait) throws Exception {
        var answer = get("/inbox.json?wait=" + wait);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("`wait`");
    }

    @Test
    void an_unchanged_list_is_answered_304() throws Exception {
        var tag = Objects.requireNonNull(get("/inbox.json").headers().get("ETag"));
        assertThat(getIfNoneMatch(tag).status()).isEqualTo(304);
        inbox.add(sms("3"));
        assertThat(ids(getIfNoneMatch(tag))).containsExactly("3", "2", "1");
    }

    @Test
    void the_inbox_can_be_emptied() throws Exception {
        assertThat(send(HttpMethod.DELETE, "localhost", "/inbox", Map.of()).status())
                .isEqualTo(204);
        assertThat(get("/inbox.json").body()).isEqualTo("{\"total\":0,\"messages\":[]}");
    }

    @Test
    void the_content_security_policy_allows_only_the_script_of_the_page() throws Exception {
        var answer = get("/inbox");
        assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
        var policy = answer.headers().get("Content-Security-Policy");
        var nonce = Pattern.compile("script-src 'nonce-([A-Za-z0-9+/]{22}==)'").matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(answer.body()).containsOnlyOnce("<script").contains("<script nonce=\"" + nonce.group(1) + "\">");
        assertThat(get("/inbox").headers().get("Content-Security-Policy")).isNotEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "dev.example.com"})
    void requests_to_loopback_and_configured_host_names_are_answered(String host) throws Exception {
        assertThat(send(HttpMethod.GET, host, "/inbox", Map.of()).status()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, host, "/inbox.json", Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.com", "localhost.evil.example.com", "10.0.0.1"})
    void requests_to_other_host_names_are_refused(String host) throws Exception {
        for (var path : new String[] {"/inbox", "/inbox.json", "/inbox.json?to=alice@example.com"}) {
            assertThat(send(HttpMethod.GET, host, path, Map.of()).status()).isEqualTo(421);
        }
        assertThat(send(HttpMethod.DELETE, host, "/inbox", Map.of()).status()).isEqualTo(421);
        assertThat(inbox.messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"})
    void requests_forwarded_by_a_proxy_to_a_loopback_name_are_refused(String header) throws Exception {
        var forwarded = Map.of(header, "192.0.2.1");
        for (var path : new String[] {"/inbox", "/inbox.json"}) {
            assertThat(send(HttpMethod.GET, "localhost", path, forwarded).status())
                    .isEqualTo(421);
        }
        assertThat(send(HttpMethod.DELETE, "localhost", "/inbox", forwarded).status())
                .isEqualTo(421);
        assertThat(inbox.messages()).hasSize(2);
    }

    @Test
    void requests_forwarded_by_a_proxy_to_a_configured_host_name_are_answered() throws Exception {
        var forwarded = Map.of("X-Forwarded-For", "192.0.2.1");
        assertThat(send(HttpMethod.GET, "dev.example.com", "/inbox", forwarded).status())
                .isEqualTo(200);
    }

    @Test
    void responses_have_no_cors_headers() throws Exception {
        assertThat(get("/inbox.json").headers().names()).noneMatch(name -> name.startsWith("Access-Control"));
        assertThat(get("/inbox.json").headers().get("Cross-Origin-Resource-Policy"))
                .isEqualTo("same-origin");
    }

    private Answer get(String uri) throws Exception {
        return send(HttpMethod.GET, "localhost", uri, Map.of());
    }

    private Answer getIfNoneMatch(String tag) throws Exception {
        return send(HttpMethod.GET, "localhost", "/inbox.json", Map.of("If-None-Match", tag));
    }

    private Answer send(HttpMethod method, String host, String uri, Map<String, String> headers) throws Exception {
        var options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(server.actualPort(), "localhost"))
                .setMethod(method)
                .setURI(uri)
                .putHeader("Host", host + ":" + server.actualPort());
        headers.forEach(options::putHeader);
        return await(client.request(options).compose(InboxRoutesTest::exchange));
    }

    /** Reads the body on the event loop right after the head; Vert.x would not keep it for later. */
    private static Future<Answer> exchange(HttpClientRequest request) {
        return request.send().compose(answer -> answer.body()
                .map(body -> new Answer(answer.statusCode(), answer.headers(), body.toString())));
    }

    private static List<String> ids(Answer answer) {
        return new JsonObject(answer.body())
                .getJsonArray("messages").stream()
                        .map(message -> ((JsonObject) message).getString("id"))
                        .toList();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }
}
