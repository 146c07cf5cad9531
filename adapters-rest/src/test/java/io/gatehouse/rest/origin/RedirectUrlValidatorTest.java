package io.gatehouse.rest.origin;

import static io.gatehouse.rest.RestFixtures.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.RestSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlValidatorTest {

    private static final Project LOCAL = project("123", List.of("localhost"), Set.of(), false);
    private static final Project REMOTE = project("123", List.of("app.example.com"), Set.of(), false);
    private static final Project STRICT = project("123", List.of("localhost", "app.example.com"), Set.of(), true);

    private final RedirectUrlValidator urls = new RedirectUrlValidator(settings(Set.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:3000",
                "http://localhost:65535/in",
                "capacitor://localhost/in",
                "ionic://localhost/in",
                "http://127.0.0.1:5173",
                "https://[::1]:3000",
                "http://LOCALHOST/path"
            })
    void loopback_hosts_are_allowed_only_in_projects_that_allow_localhost(String url) {
        assertAllowed(LOCAL, url);
        assertRefused(REMOTE, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://xlocalhost",
                "http://localhost.",
                "http://127.0.0.2",
                "http://127.1",
                "http://2130706433",
                "http://128.0.0.1",
                "http://[0:0:0:0:0:0:0:1]",
                "http://[::ffff:127.0.0.1]",
                "http://[2001:db8::1]",
                "http://[::1].evil.com",
                "http://127.0.0.1@example.com",
                "random-scheme://localhost"
            })
    void hosts_similar_to_loopback_hosts_are_refused(String url) {
        assertRefused(LOCAL, url);
        assertRefused(REMOTE, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp://",
                "exp://index",
                "EXP://192.168.1.2:8081/--/x",
                "exp:index",
                "appwrite-callback-123://",
                "Appwrite-Callback-123:///back?x=1#here"
            })
    void apps_are_allowed_by_their_scheme(String url) {
        assertAllowed(LOCAL, url);
        assertAllowed(REMOTE, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "appwrite-callback-456://",
                "appwrite-ios://com.example.app",
                "javascript:alert(1)",
                "data:text/html,x",
                "localhost",
                "//localhost",
                "://localhost",
                "/",
                "exp",
                "exp://user@index",
                "exp://b\u00fccher"
            })
    void other_schemes_and_missing_schemes_are_refused(String url) {
        assertRefused(LOCAL, url);
    }

    @Test
    void the_scheme_of_a_platform_of_the_project_is_allowed() {
        assertAllowed(PROJECT, "appwrite-ios://com.example.app");
    }

    /** RFC 3986 does not allow these, or interprets them differently from browsers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example\\@app.example.com/",
                "https://app.example.com\\.evil.example/",
                "https://user@app.example.com/",
                "https://user:password@app.example.com/",
                "https://@app.example.com/",
                "https://evil.example@@app.example.com/",
                "https://app.example.com:80@evil.example/",
                "https://app.example.com/a b",
                "https://app.example.com:65536/",
                "https://app.example.com:99999/",
                "https://app.example.com:0",
                "https://app.example.com:0/",
                "https://app.example.com:00443/",
                "https://app.example.com:",
                "https://app.example.com:/",
                "https://app.example.com:+443/",
                "https://app.example.com:1e3/",
                "https://app.example.com:\u0664\u0664\u0663/",
                "https://app.example.com:443:443/",
                "tauri://app.example.com:0/",
                "https://app.example.com:000080/",
                "https://app.example.com:-1/",
                "capacitor://app.example.com:99999/",
                "exp://192.168.1.2:99999",
                " https://app.example.com/",
                "https://app.example.com/\t",
                "https://app.example.com/\n",
                "https://app.example.com/\u0000",
                "https://app.example.com/\u00e9",
                "https://app.example.com/<script>",
                "https://app.example.com/100%",
                "https://app.example.com/%zz",
                "https://app.example.com#a#b",
                "https://app%2eexample.com/",
                "https://app.example.com%2f.evil.example/",
                "https:app.example.com",
                "https:/app.example.com",
                "https:///app.example.com",
                "https://",
                "https://:443/",
                "https://app.example.com:https/",
                "https://app.example.com:123456/"
            })
    void urls_that_parsers_read_differently_are_refused(String url) {
        assertRefused(REMOTE, url);
        assertRefused(project("123", List.of("*"), Set.of(), false), url.replace("app.example.com", "app.other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://example.com",
                "https://app.example.com.evil.example",
                "https://evil.example#@app.example.com/",
                "https://evil.example?@app.example.com/",
                "https://evil.example/@app.example.com/"
            })
    void hosts_outside_of_the_project_are_refused(String url) {
        assertRefused(REMOTE, url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com,                        https://app.example.com",
        "https://App.Example.COM:8443/A?b=%20C&d#E/f?g,  https://app.example.com:8443/A?b=%20C&d#E/f?g",
        "HTTPS://app.example.com/~a/(b);c=1/@d,          HTTPS://app.example.com/~a/(b);c=1/@d",
        "http://app.example.com?x,                       http://app.example.com?x",
        "chrome-extension://app.example.com/x.html,      chrome-extension://app.example.com/x.html"
    })
    void a_url_is_unchanged_except_for_the_letter_case_of_its_host(String url, String result) {
        assertThat(urls.parse(REMOTE, "url", url)).isEqualTo(new RedirectUrl(result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://b\u00fccher.example/x",
                "https://B\u00dcCHER.example/x",
                "https://xn--bcher-kva.example/x"
            })
    void internationalized_hosts_are_compared_and_written_in_ascii(String url) {
        for (var configured : List.of("b\u00fccher.example", "XN--BCHER-KVA.example")) {
            var project = project("123", List.of(configured), Set.of(), false);
            assertThat(urls.parse(project, "url", url)).isEqualTo(new RedirectUrl("https://xn--bcher-kva.example/x"));
        }
    }

    @Test
    void a_host_with_ambiguous_ascii_forms_has_to_be_configured_and_sent_in_ascii() {
        var project = project("123", List.of("stra\u00dfe.example", "strasse.example"), Set.of(), false);
        assertRefused(project, "https://stra\u00dfe.example/");
        assertRefused(project, "https://xn--strae-oqa.example/");
        assertAllowed(project, "https://strasse.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "443", "9999", "10000", "59999", "60000", "65000", "65535"})
    void every_port_that_a_server_can_listen_on_is_allowed(String port) {
        assertAllowed(LOCAL, "http://localhost:" + port + "/x");
    }

    @Test
    void pages_of_the_service_itself_are_allowed_in_every_project() {
        assertThat(new RedirectUrlValidator(settings(Set.of("Gatehouse.example")))
                        .parse(REMOTE, "url", "https://gatehouse.example/x"))
                .isEqualTo(new RedirectUrl("https://gatehouse.example/x"));
    }

    @Test
    void an_empty_list_allows_nothing() {
        assertRefused(project("123", List.of(), Set.of(), false), "https://app.example.com");
    }

    @Test
    void a_url_has_at_most_2048_characters() {
        var url = "https://app.example.com/" + "x".repeat(2_024);
        assertAllowed(REMOTE, url);
        assertRefused(REMOTE, url + "x");
    }

    @Test
    void strict_projects_allow_plain_http_for_loopback_hosts_only() {
        assertAllowed(STRICT, "https://app.example.com");
        assertAllowed(STRICT, "http://localhost:3000");
        assertAllowed(STRICT, "http://127.0.0.1");
        assertAllowed(STRICT, "http://[::1]");
        assertRefused(STRICT, "http://app.example.com");
        assertRefused(STRICT, "HTTP://app.example.com");
    }

    @Test
    void strict_projects_refuse_the_shared_expo_scheme() {
        assertRefused(STRICT, "exp://index");
        assertRefused(STRICT, "EXP://index");
        assertAllowed(STRICT, "appwrite-callback-123://");
    }

    private void assertAllowed(Project project, String url) {
        assertThat(urls.parse(project, "url", url).value()).isEqualToIgnoringCase(url);
    }

    private void assertRefused(Project project, String url) {
        assertThatThrownBy(() -> urls.parse(project, "url", url))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("name=url")
                .hasMessageNotContaining("://");
    }

    private static RestSettings settings(Set<String> hostnames) {
        return new RestSettings(
                hostnames,
                true,
                100,
                RestFixtures.SETTINGS.magicUrl(),
                Locale.ENGLISH,
                RestFixtures.SETTINGS.version());
    }

    private static Project project(String id, List<String> hostnames, Set<String> schemes, boolean strict) {
        var usual = Policies.DEFAULT;
        var policies = new Policies(
                usual.sessions(),
                usual.passwords(),
                usual.userLimit(),
                usual.emails(),
                usual.validity(),
                usual.factors(),
                usual.securityNotices(),
                usual.mockNumbers(),
                strict);
        return new Project(new ProjectId(id), "Test", List.of(), hostnames, schemes, Set.of(), true, true, policies);
    }
}
